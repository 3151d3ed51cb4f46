import type { Problem } from '../../../../checks/problem.ts';
import { countProblems } from '../../../../checks/problem-groups.ts';
import { counted } from '../../../../text/counted.ts';
import { displayWidth } from '../../../../text/width.ts';
import { type Row, type Segment, seg, type Tone } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { bar, shown, wordRows } from '../../render/text.ts';

/** What stands before the reason. */
export const because = 'Kept because';

/** What an error says (`said`), what to do, and its reason in the last line; and how many rows that takes. */
export function blockOf(
  problem: Problem,
  said: string,
  reason: string,
  focused: boolean,
  width: number,
  stacked = false,
): { lines: Row[]; rows: number } {
  const room = width - 2;
  const { advice, fix, overridden } = problem;
  const sign = overridden === undefined ? seg(`${signs.error} `, 'critical') : seg('– ', 'dim');
  const todo = focused && fix ? `→ Alt+R ${fix.label}` : `→ ${advice}`;
  const lines = [
    ...marked(sign, shown(said), room, overridden === undefined ? 'plain' : 'dim'),
    ...marked(seg('  '), shown(todo), room, 'dim'),
    ...(focused
      ? [[]]
      : marked(
          seg('  '),
          reason.trim() === '' ? 'no reason yet' : `${because}  ${shown(reason)}`,
          room,
          'dim',
        )),
  ].map((line): Row => [bar(focused), ...line]);
  // The line that is typed in goes on below itself.
  const columns = Math.max(1, stacked ? room : room - because.length - 2);
  const typed = focused ? Math.ceil((displayWidth(reason) + 1) / columns) + (stacked ? 1 : 0) : 1;
  return { lines, rows: lines.length - 1 + typed };
}

/** Which of some blocks are shown in so many rows, the one with the focus among them. `from`: those before. */
export function fitting(
  heights: number[],
  at: number,
  from: number,
  rows: number,
): { from: number; to: number } {
  let start = Math.max(0, Math.min(from, at));
  const fits = (first: number, last: number): boolean => {
    const all = heights.slice(first, last + 1).reduce((sum, height) => sum + height, 0);
    return all + (first > 0 ? 1 : 0) + (last + 1 < heights.length ? 1 : 0) <= rows;
  };
  while (start < at && !fits(start, at)) start += 1;
  let to = Math.max(at + 1, start);
  while (to < heights.length && fits(start, to)) to += 1;
  return { from: start, to };
}

/**
 * What is no error, counted, and reasons that apply no longer.
 * @param waiting that findings wait for a decision; empty where none does
 */
export function lesserRows(found: readonly Problem[], stale: number, waiting: string, width: number): Row[] {
  if (found.length === 0 && waiting === '')
    return [[seg('✓ ', 'done'), seg('Nothing is wrong, and every field is answered.')]];
  const of = countProblems(found);
  const lines: Row[] = [];
  const lesser = (['warning', 'hint'] as const).flatMap((level) =>
    of[level] > 0 ? [counted(of[level], level)] : [],
  );
  if (lesser.length > 0) lines.push(...marked(seg('! ', 'high'), lesser.join(', '), width));
  if (waiting !== '') lines.push(...marked(seg('! ', 'high'), waiting, width));
  const missing = of.unanswered;
  if (missing > 0) {
    const have = missing === 1 ? 'has' : 'have';
    const said = `${counted(missing, 'field')} ${have} no answer yet; the report shows placeholders there.`;
    lines.push(...marked(seg('○ ', 'dim'), said, width));
  }
  if (stale > 0) {
    const said = `${counted(stale, 'reason')} for what is no longer a problem: left out of the report.`;
    lines.push(...marked(seg('– ', 'dim'), said, width));
  }
  return lines;
}

/** Words behind a sign, wrapped. */
const marked = (sign: Segment, words: string, width: number, tone: Tone = 'plain'): Row[] =>
  wordRows(words, width - 2, tone).map((row, index): Row => [index === 0 ? sign : seg('  '), ...row]);
