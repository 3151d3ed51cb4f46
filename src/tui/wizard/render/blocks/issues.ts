import type { Problem } from '../../../../checks/problem.ts';
import { type IssueField, issueFields, type Severity } from '../../../../fields/issue.ts';
import { isEmpty } from '../../../../fields/kinds.ts';
import { missingOf } from '../../../../review/progress.ts';
import { type Issue, type Item, issueById } from '../../../../review/review.ts';
import type { ListBlock } from '../../../../template/template.ts';
import { widestOf } from '../../../../text/widest.ts';
import { displayWidth, padEnd } from '../../../../text/width.ts';
import { type Row, seg, type Tone } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { severityLabel } from '../../page/issue-form.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { brief } from '../../state/brief.ts';
import { formKey } from '../../state/focus.ts';
import { fieldName, issueField } from '../../state/lookup.ts';
import { problemsAt } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { markOf } from '../problem-marks.ts';
import { bar, label, shortened, textRows, withRemarks, wordRows } from '../text.ts';
import { itemName } from './links.ts';
import { fixWords, marked, problemRows, problemWords } from './problems.ts';

export const severityTone: Record<Severity, Tone> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
};

/** The issue that a block is of. */
export const issueOf = (state: State, { issue }: { issue: string }): Issue | undefined =>
  issueById(state.history.present, issue);

const itemById = (state: State, list: string, id: string): Item | undefined =>
  state.history.present.items[list]?.find((item) => item.id === id);

/** Where the columns of the list of issues are. */
function columns(state: State, number: string) {
  const { width } = geometryOf(state.size);
  const wide = width >= 60;
  const numbers = displayWidth(number) + 2;
  const category = wide ? (width >= 90 ? 22 : width >= 70 ? 18 : 16) : 0;
  const effort = wide ? 9 : 0;
  return { wide, numbers, category, effort, title: Math.max(8, width - numbers - category - effort - 7) };
}

/** An issue in its list: number, title, category, effort, whether it is complete, and below what is missing. */
export function issueRows(state: State, block: Extract<Block, { type: 'issue' }>): Row[] {
  const issue = issueOf(state, block);
  if (!issue) return [];
  const focused = isFocused(state, block);
  const { wide, numbers, category, effort, title } = columns(state, block.number);
  const missing = missingOf(state.template, issue);
  const found = problemsAt(state, block.key);
  const named = brief(issue.answers.title);
  const [first = '', ...rest] = textRows(named || 'no title yet', title);
  const tone = !named ? 'dim' : focused ? 'bold' : 'answer';
  const head: Row = [
    bar(focused),
    seg(padEnd(block.number, numbers), severityTone[issue.severity]),
    seg(padEnd(first, title + 2), tone),
  ];
  if (wide) {
    head.push(seg(padEnd(shortened(brief(issue.answers.category), category - 2), category)));
    head.push(seg(padEnd(shortened(brief(issue.answers.effort), effort - 2), effort)));
  }
  const lacks = missing.length === 0 ? seg(signs.complete, 'done') : seg(signs.attention, 'high');
  head.push(markOf(found) ?? lacks);
  const below = rest.map((row): Row => [bar(focused), seg(' '.repeat(numbers)), seg(row, tone)]);
  return [head, ...below, ...wrongLines(state, issue, missing, found, numbers)];
}

/** The rows of an issue without making its lines: lists of a thousand need only their heights. */
export function issueHeight(state: State, block: Extract<Block, { type: 'issue' }>): number {
  const issue = issueOf(state, block);
  if (!issue) return 0;
  const { title } = columns(state, block.number);
  const known = heights.get(issue);
  const found = problemsAt(state, block.key);
  if (known?.title === title && known.found === found) return known.height;
  const rows = textRows(brief(issue.answers.title), title).length;
  const missing = missingOf(state.template, issue);
  const numbers = displayWidth(block.number) + 2;
  const height = rows + wrongLines(state, issue, missing, found, numbers).length;
  heights.set(issue, { title, found, height });
  return height;
}

/** The rows of issues by the columns that their titles have, and what the checks say of them. */
const heights = new WeakMap<Issue, { title: number; found: readonly Problem[]; height: number }>();

function wrongLines(
  state: State,
  issue: Issue,
  missing: IssueField[],
  found: readonly Problem[],
  indent: number,
): Row[] {
  // That there is no title is said in its place.
  const lacking = missing.filter((name) => name !== 'title');
  if (lacking.length === 0 && found.length === 0) return [];
  const { width } = geometryOf(state.size);
  const names = lacking.map((name) => `no ${fieldName(issueField(state.template, issue.severity, name))}`);
  const all = [...(names.length > 0 ? [names.join(', ')] : []), ...problemWords(found)];
  // In the middle of a line a sentence begins small; a name, such as CRITICAL-1, stays as it is.
  const words = all
    .map((one, at) => (at === 0 ? one : one.replace(/^[A-Z](?=[a-z]+ )/, (first) => first.toLowerCase())))
    .join('; ');
  return wordRows(words, Math.max(8, width - indent - 3), 'dim').map((row) => [
    seg(' '.repeat(indent + 2)),
    ...row,
  ]);
}

/** An action or a strength in its list. */
export function entryRows(state: State, block: Extract<Block, { type: 'entry' }>): Row[] {
  const list = state.template.lists[block.list];
  const item = itemById(state, block.list, block.item);
  if (!list || !item) return [];
  const { width } = geometryOf(state.size);
  const focused = isFocused(state, block);
  const name = itemName(state, list, item);
  const found = problemsAt(state, block.key);
  const missing = lacking(list, item);
  const lacks = missing.length > 0 ? seg(signs.attention, 'high') : seg(signs.complete, 'done');
  const mark = markOf(found) ?? lacks;
  const room = Math.max(8, width - 10);
  const [head = '', ...more] = textRows(name || 'not named yet', room);
  const tone = !name ? 'dim' : focused ? 'bold' : 'answer';
  const indent: Row = [bar(focused), seg('    ')];
  const others = otherAnswers(state, list, item, room);
  const unsaid = missing.filter((words) => !others.some((row) => row.includes(words)));
  return [
    [bar(focused), seg(`${block.number}.`.padEnd(4)), seg(padEnd(head, room + 1), tone), mark],
    ...more.map((row): Row => [...indent, seg(row, tone)]),
    ...others.map((row): Row => [...indent, seg(row, 'dim')]),
    ...[...(unsaid.length > 0 ? [unsaid.join(', ')] : []), ...problemWords(found)].flatMap((words) =>
      wordRows(words, room, 'dim').map((row): Row => [...indent, ...row]),
    ),
  ];
}

/** The answers of an item beside its name, `Owner: QA`, in the same columns for all of its list where they fit. */
function otherAnswers(state: State, list: ListBlock, item: Item, room: number): string[] {
  const said = (one: Item, id: string): string => {
    const answer = brief(one.answers[id]);
    const field = list.fields[id];
    if (answer) return field?.label ? `${field.label}: ${answer}` : answer;
    // What is missing has its place in the columns.
    return field && lacking(list, one).includes(`no ${fieldName(field)}`) ? `no ${fieldName(field)}` : '';
  };
  const others = Object.keys(list.fields)
    .slice(1)
    .filter((id) => state.history.present.items[list.id]?.some((one) => said(one, id)));
  const all = state.history.present.items[list.id] ?? [];
  const widths = others.map((id) => widestOf(all.map((one) => said(one, id))) + 3);
  const own = others.map((id) => said(item, id));
  if (own.every((one) => one === '')) return [];
  const wide = widths.reduce((sum, width) => sum + width, 0) > room;
  if (wide) return textRows(own.filter((one) => one !== '').join('   '), room);
  return [
    own
      .map((one, index) => padEnd(one, widths[index] ?? 0))
      .join('')
      .trimEnd(),
  ];
}

/** What an item of a list lacks beside its name, in words: "no owner". */
const lacking = (list: ListBlock, item: Item): string[] =>
  list.asks.flatMap((id) => {
    const field = list.fields[id];
    const answer = item.answers[id];
    if (!field || (answer && !('value' in answer && isEmpty(field, answer.value)))) return [];
    return !answer && field.default !== undefined ? [] : [`no ${fieldName(field)}`];
  });

/** The row that adds one more. Right after Tab, letters are no keys: Enter always is. */
export function addRows(state: State, block: Block, words: string): Row[] {
  const focused = isFocused(state, block);
  const key = focused ? [seg('  Enter', 'dim')] : [];
  return [[bar(focused), seg(`+ ${words}`, focused ? 'heading' : 'plain'), ...key]];
}

export function severityRows(state: State, block: Extract<Block, { type: 'severity' }>): Row[] {
  const issue = issueOf(state, block);
  if (!issue) return [];
  const focused = isFocused(state, block);
  const { labels } = geometryOf(state.size);
  const word = state.template.issues[issue.severity]?.word ?? issue.severity;
  const found = problemsAt(state, block.key);
  const line = [
    [
      bar(focused),
      label(padEnd(severityLabel, labels || 12), focused),
      seg(word, severityTone[issue.severity]),
      ...(focused ? [seg('   Enter changes it', 'dim')] : []),
    ],
  ];
  const { width } = geometryOf(state.size);
  // Where a problem led here, it is told in full.
  const fix = focused || state.judged === formKey(block) ? null : fixWords(found);
  if (fix) return marked(withRemarks(line, [seg(fix, 'dim')], width - 1, [seg('  ')]), found);
  return [...marked(line, found), ...problemRows(found, width, focused)];
}

export function moreRows(state: State, block: Extract<Block, { type: 'more' }>): Row[] {
  const issue = issueOf(state, block);
  if (!issue) return [];
  const focused = isFocused(state, block);
  const asked = state.template.issues[issue.severity]?.asks ?? issueFields;
  const rest = issueFields.filter((name) => !asked.includes(name) && (state.more || !issue.answers[name]));
  const names = rest.map((name) => issueField(state.template, issue.severity, name).label).join(', ');
  const words = state.more ? 'More fields' : `More fields: ${names}`;
  const { width } = geometryOf(state.size);
  return wordRows(words, width - 8, focused ? 'heading' : 'plain').map((line, index) => [
    bar(focused),
    seg(index === 0 ? (state.more ? '− ' : '+ ') : '  ', focused ? 'heading' : 'plain'),
    ...line,
  ]);
}
