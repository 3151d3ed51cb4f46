import { countProblems, problemsByPage } from '../../../../checks/problem-groups.ts';
import { rolesOf } from '../../../../checks/roles.ts';
import { severities } from '../../../../fields/issue.ts';
import { countBySeverity } from '../../../../review/issue-names.ts';
import { valueAt } from '../../../../review/review.ts';
import { saysYes } from '../../../../review/suggested-verdict.ts';
import { counted } from '../../../../text/counted.ts';
import { padEnd } from '../../../../text/width.ts';
import { type Panel, panel, type Spoken, stacked } from '../../../panel.ts';
import { cut, type Row, rowWidth, type Segment, seg } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { severityTone } from '../../render/blocks/issues.ts';
import { geometryOf } from '../../render/geometry.ts';
import { shown, textRows, wordRows } from '../../render/text.ts';
import { problemsFor } from '../../state/problems.ts';
import { pagesOf, type State } from '../../state/state.ts';
import { type Finished, nextSteps } from './finished.ts';

/** Rows that what is said above the menu has at least. */
const leastRows = 6;

/** Where the report is, what it says, what is still open in it, and what can be done next. */
export function finishedPanel(state: State, overlay: Finished): Panel {
  const { columns, height } = geometryOf(state.size);
  const width = columns - 4;
  // The command is there to be selected, where there is room for all of it; else it is printed in the end.
  const whole = menuOf(state, overlay, width);
  const menu = height - whole.rows.length >= leastRows ? whole : menuOf(state, overlay, width, true);
  const head = pathRows(overlay, width);
  const says = flowed(saysOf(state), width);
  const open = openRows(state, width);
  const room = height - menu.rows.length;
  // Where there are few rows, empty ones go first, then the details of what is open.
  const parts = [head, says, open].filter((rows) => rows.length > 0);
  const airy = [[], ...parts.flatMap((rows) => [...rows, []])];
  const all = airy.length <= room ? airy : parts.flat();
  const kept = all.length <= room ? all : [...head, ...says, ...open.slice(0, 1)];
  return stacked(panel(kept.slice(0, Math.max(1, room)).map(inset)), menu);
}

const inset = (row: Row): Row => [seg('  '), ...row];

function pathRows({ shown: path, lines }: Finished, width: number): Row[] {
  const rows = textRows(`Report written to ${shown(path)}`, width - 2);
  const about = `${counted(lines, 'line')}, read back and compared`;
  const written = rows.map(
    (row, index): Row => [
      index === 0 ? seg(`${signs.complete} `, 'done') : seg('  '),
      seg(row.trimEnd(), 'bold'),
    ],
  );
  const last = written.at(-1) ?? [];
  return rowWidth(last) + 3 + about.length <= width
    ? [...written.slice(0, -1), [...last, seg(`   ${about}`, 'dim')]]
    : [...written, [seg(`  ${about}`, 'dim')]];
}

/** The verdict, the risk, the issues and the actions, each of them whole. */
function saysOf({ template, history }: State): Segment[] {
  const review = history.present;
  const line = (field: string): string => {
    const value = valueAt(review, { field });
    return typeof value === 'string' ? shown(value.trim()).replace(/\s+/g, ' ') : '';
  };
  const counts = countBySeverity(review);
  const actions = rolesOf(template).plan.flatMap(({ list }) => review.items[list.id] ?? []);
  const blocking = actions.filter(({ answers }) => saysYes(answers.blocks)).length;
  const [verdict, risk] = [line('recommendation'), line('risk')];
  const issues = severities.flatMap((severity) =>
    counts[severity] > 0 ? [seg(`${counts[severity]} ${severity}`, severityTone[severity])] : [],
  );
  return [
    verdict === '' ? seg('no recommendation', 'dim') : seg(verdict, 'bold'),
    ...(risk === '' ? [] : [seg(`risk ${risk}`)]),
    ...(issues.length > 0 ? issues : [seg('no issues', 'dim')]),
    ...(actions.length > 0 ? [seg(actionWords(actions.length, blocking))] : []),
  ];
}

const actionWords = (count: number, blocking: number): string =>
  `${counted(count, 'action')}${blocking > 0 ? `, ${blocking} ${blocking === 1 ? 'blocks' : 'block'} the deployment` : ''}`;

/** Segments in as many rows as they need, none of them torn. */
function flowed(segments: Segment[], width: number): Row[] {
  const rows: Row[] = [];
  for (const segment of segments) {
    const last = rows.at(-1);
    if (last && rowWidth(last) + 3 + segment.text.length <= width) last.push(seg('   '), segment);
    else rows.push([segment]);
  }
  return rows.map((row) => cut(row, width));
}

/** The fields that show the template's words, by page, and what the checks found: where the report can be better. */
function openRows(state: State, width: number): Row[] {
  const problems = problemsFor(state);
  const byPage = problemsByPage(problems);
  const missing = pagesOf(state).flatMap(({ id, title }) => {
    const count = byPage.get(id)?.unanswered.length ?? 0;
    return count > 0 ? [{ title: shown(title), count }] : [];
  });
  const fields = missing.reduce((sum, { count }) => sum + count, 0);
  const { error, warning } = countProblems(problems);
  const kept = problems.filter((one) => one.level === 'error' && one.overridden !== undefined).length;
  const rows: Row[] = [];
  if (fields > 0) {
    const words = `${counted(fields, 'field')} without an answer: ${missing.map(({ title, count }) => `${title} ${count}`).join(' · ')}`;
    rows.push(...marked(seg(`${signs.untouched} `, 'dim'), `${words}. Ctrl+N goes to the next one.`, width));
  }
  if (error + warning > 0) {
    const found = [
      ...(error > 0 ? [counted(error, 'error')] : []),
      ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ].join(', ');
    rows.push(...marked(seg(`${signs.attention} `, 'high'), `${found}. Ctrl+R lists them.`, width));
  }
  if (kept > 0) rows.push(...marked(seg('– ', 'dim'), `${counted(kept, 'error')} kept with a reason`, width));
  return rows.length > 0 ? rows : [[seg(`${signs.complete} `, 'done'), seg('Nothing is open.')]];
}

const marked = (sign: Segment, words: string, width: number): Row[] =>
  wordRows(words, width - 2, 'plain').map((row, at): Row => [at === 0 ? sign : seg('  '), ...row]);

const labels = 18;

function menuOf(state: State, overlay: Finished, width: number, brief = false): Panel {
  const rows: Row[] = [];
  const spoken = new Map<number, Spoken>();
  for (const [index, { key, label, about }] of nextSteps(state, overlay).entries()) {
    const chosen = index === overlay.at;
    const beside = width >= 60;
    const lead: Row = [
      seg(chosen ? `${signs.pick} ` : '  ', 'accent'),
      seg(`${key}  `, 'accent'),
      seg(beside ? padEnd(label, labels) : label, chosen ? 'bold' : 'plain'),
    ];
    const words = brief && key === 'c' ? 'prints the git command when you leave' : about;
    const told = beside || (key === 'c' && !brief) ? textRows(words, width - (beside ? labels : 0) - 5) : [];
    const first = rows.length;
    rows.push(beside ? [...lead, seg(told[0]?.trimEnd() ?? '', 'dim')] : lead);
    const under = ' '.repeat(beside ? labels + 5 : 5);
    for (const row of told.slice(beside ? 1 : 0)) rows.push([seg(under), seg(row.trimEnd(), 'dim')]);
    for (let at = first; at < rows.length; at++) spoken.set(at, { role: 'option', selected: chosen });
  }
  return panel(rows.map(inset), { spoken });
}
