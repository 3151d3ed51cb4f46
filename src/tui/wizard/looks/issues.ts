import { type IssueField, issueFields, type Severity } from '../../../fields/issue.ts';
import { isEmpty } from '../../../fields/kinds.ts';
import type { Answer } from '../../../fields/value.ts';
import { missingOf } from '../../../review/progress.ts';
import type { Issue, Item } from '../../../review/review.ts';
import type { ListBlock } from '../../../template/template.ts';
import { displayWidth, padEnd } from '../../../text/width.ts';
import { cut, type Line, seg, type Tone } from '../../line.ts';
import { signs } from '../../theme.ts';
import { geometryOf } from '../geometry.ts';
import { issueField } from '../lookup.ts';
import type { State } from '../state.ts';
import type { Piece } from '../view.ts';
import { shortened } from './field.ts';
import { bar, shown, textRows, wordRows } from './text.ts';

export const severityTone: Record<Severity, Tone> = {
  critical: 'critical',
  high: 'high',
  medium: 'plain',
  low: 'plain',
};

const byId = new WeakMap<readonly Issue[], Map<string, Issue>>();

/** An issue by its id: looked up once for a list of issues, as thousands may be asked for at a time. */
export function issueById(state: State, id: string): Issue | undefined {
  const { issues } = state.history.present;
  let known = byId.get(issues);
  if (!known) {
    known = new Map(issues.map((issue) => [issue.id, issue]));
    byId.set(issues, known);
  }
  return known.get(id);
}

export const itemById = (state: State, list: string, id: string): Item | undefined =>
  state.history.present.items[list]?.find((item) => item.id === id);

/** An answer in one row: "–" when not applicable, nothing when there is none. */
export function brief(answer: Answer | undefined): string {
  if (!answer) return '';
  if ('notApplicable' in answer) return '–';
  const { value } = answer;
  if (typeof value === 'string') return shown(value).replaceAll('\n', ' ');
  if (Array.isArray(value)) {
    return shown(value.map((one) => (typeof one === 'string' ? one : one.text)).join(' / '));
  }
  return shown(value.text.split('\n')[0] ?? '');
}

/** Where the columns of the list of issues are. */
function columns(state: State, number: string) {
  const { width } = geometryOf(state.size);
  const wide = width >= 60;
  const numbers = displayWidth(number) + 2;
  const category = wide ? (width >= 90 ? 22 : 16) : 0;
  const effort = wide ? 9 : 0;
  return { wide, numbers, category, effort, title: Math.max(8, width - numbers - category - effort - 7) };
}

/** An issue in its list: number, title, category, effort, whether it is complete, and below what is missing. */
export function issueLines(state: State, piece: Extract<Piece, { type: 'issue' }>): Line[] {
  const issue = issueById(state, piece.issue);
  if (!issue) return [];
  const focused = state.focus === piece.key;
  const { wide, numbers, category, effort, title } = columns(state, piece.number);
  const missing = missingOf(state.template, issue);
  const named = brief(issue.answers.title);
  const [first = '', ...rest] = textRows(named || 'no title yet', title);
  const tone = !named ? 'dim' : focused ? 'bold' : 'answer';
  const head: Line = [
    bar(focused),
    seg(padEnd(piece.number, numbers), severityTone[issue.severity]),
    seg(padEnd(first, title + 2), tone),
  ];
  if (wide) {
    head.push(seg(padEnd(shortened(brief(issue.answers.category), category - 2), category)));
    head.push(seg(padEnd(shortened(brief(issue.answers.effort), effort - 2), effort)));
  }
  head.push(missing.length === 0 ? seg(signs.complete, 'done') : seg(signs.attention, 'high'));
  const below = rest.map((row): Line => [bar(focused), seg(' '.repeat(numbers)), seg(row, tone)]);
  if (missing.length === 0) return [head, ...below];
  return [head, ...below, missingLine(state, issue, missing, numbers)];
}

/** The rows of an issue without making its lines: lists of a thousand need only their heights. */
export function issueHeight(state: State, piece: Extract<Piece, { type: 'issue' }>): number {
  const issue = issueById(state, piece.issue);
  if (!issue) return 0;
  const { title } = columns(state, piece.number);
  const known = heights.get(issue);
  if (known?.title === title) return known.height;
  const rows = textRows(brief(issue.answers.title), title).length;
  const height = missingOf(state.template, issue).length > 0 ? rows + 1 : rows;
  heights.set(issue, { title, height });
  return height;
}

/** The rows of issues by the columns that their titles have. */
const heights = new WeakMap<Issue, { title: number; height: number }>();

function missingLine(state: State, issue: Issue, missing: IssueField[], indent: number): Line {
  const { width } = geometryOf(state.size);
  const names = missing.map(
    (name) => `no ${issueField(state.template, issue.severity, name).label.toLowerCase()}`,
  );
  return cut([seg(' '.repeat(indent + 2)), seg(names.join(', '), 'dim')], width - 1);
}

/** An action or a strength in its list. */
export function entryLines(state: State, piece: Extract<Piece, { type: 'entry' }>): Line[] {
  const list = state.template.lists[piece.list];
  const item = itemById(state, piece.list, piece.item);
  if (!list || !item) return [];
  const { width } = geometryOf(state.size);
  const focused = state.focus === piece.key;
  const [first, ...rest] = list.asks;
  const name = brief(item.answers[first ?? '']);
  const others = rest
    .filter((id) => item.answers[id])
    .map((id) => `${list.fields[id]?.label || ''} ${brief(item.answers[id])}`.trim())
    .join(' · ');
  const mark = lacking(list, item) ? seg(signs.attention, 'high') : seg(signs.complete, 'done');
  const room = Math.max(8, width - 10);
  const [head = '', ...more] = textRows(name || 'not named yet', room);
  const tone = !name ? 'dim' : focused ? 'bold' : 'answer';
  const indent: Line = [bar(focused), seg('    ')];
  return [
    [bar(focused), seg(`${piece.number}.`.padEnd(4)), seg(padEnd(head, room + 1), tone), mark],
    ...more.map((row): Line => [...indent, seg(row, tone)]),
    ...(others ? textRows(others, room) : []).map((row): Line => [...indent, seg(row, 'dim')]),
  ];
}

const lacking = (list: ListBlock, item: Item): boolean =>
  list.asks.some((id) => {
    const answer = item.answers[id];
    if (!answer) return list.fields[id]?.default === undefined;
    const field = list.fields[id];
    return field !== undefined && 'value' in answer && isEmpty(field, answer.value);
  });

/** The row that adds one more. */
export function addLines(state: State, piece: Piece, words: string): Line[] {
  const focused = state.focus === piece.key;
  return [[bar(focused), seg(`+ ${words}`, focused ? 'accent' : 'plain'), seg('  a', 'dim')]];
}

export function severityLines(state: State, piece: Extract<Piece, { type: 'severity' }>): Line[] {
  const issue = issueById(state, piece.issue);
  if (!issue) return [];
  const focused = state.focus === piece.key;
  const { labels } = geometryOf(state.size);
  const word = state.template.issues[issue.severity]?.word ?? issue.severity;
  return [
    [
      bar(focused),
      seg(padEnd('Severity', labels || 12)),
      seg(word, severityTone[issue.severity]),
      ...(focused ? [seg('   Enter changes it', 'dim')] : []),
    ],
  ];
}

export function moreLines(state: State, piece: Extract<Piece, { type: 'more' }>): Line[] {
  const issue = issueById(state, piece.issue);
  if (!issue) return [];
  const focused = state.focus === piece.key;
  const asked = state.template.issues[issue.severity]?.asks ?? issueFields;
  const rest = issueFields.filter((name) => !asked.includes(name) && (state.more || !issue.answers[name]));
  const names = rest.map((name) => issueField(state.template, issue.severity, name).label).join(', ');
  const words = state.more ? 'More fields' : `More fields: ${names}`;
  const { width } = geometryOf(state.size);
  return wordRows(words, width - 8, focused ? 'accent' : 'plain').map((line, index) => [
    bar(focused),
    seg(index === 0 ? (state.more ? '− ' : '+ ') : '  ', focused ? 'accent' : 'plain'),
    ...line,
  ]);
}
