import type { Problem } from '../../../../checks/problem.ts';
import { type Row, seg } from '../../../row.ts';
import { markOf } from '../problem-marks.ts';
import { bar, shown, wordRows } from '../text.ts';

/** The lines of what has something wrong with it, marked where the bar of the focus is: at that, rows below say it. */
export function marked(lines: Row[], found: readonly Problem[]): Row[] {
  const mark = markOf(found);
  const [[bar, ...rest] = [], ...more] = lines;
  if (!mark || !bar || bar.text.trim() !== '') return lines;
  return [[mark, seg(bar.text.slice(1)), ...rest], ...more];
}

/** The key that repairs what is wrong, in few words; null where the first problem has no fix. */
export function fixWords(all: readonly Problem[]): string | null {
  const [first, ...others] = all.filter(({ level }) => level !== 'hint');
  if (!first?.fix) return null;
  return `Alt+R ${shown(first.fix.label)}${moreWords(others)}`;
}

const moreWords = (others: readonly Problem[]): string =>
  others.length === 0 ? '' : `   Ctrl+R ${others.length} more here`;

/** What is wrong at the focused field, what to do, and by which key. */
export function problemRows(all: readonly Problem[], width: number, focused = true): Row[] {
  const [first, ...others] = all.filter(({ level }) => level !== 'hint');
  if (!first) return [];
  const todo = first.fix ? `Alt+R ${first.fix.label}` : first.advice;
  const mark = markOf([first]) ?? seg('!');
  const room = Math.max(8, width - 7);
  return [
    ...wordRows(shown(first.message), room, 'dim').map(
      (row, index): Row => [bar(focused), index === 0 ? mark : seg(' '), seg(' '), ...row],
    ),
    ...wordRows(shown(`→ ${todo}${moreWords(others)}`), room, 'dim').map(
      (row): Row => [bar(focused), seg('  '), ...row],
    ),
  ];
}

/** What is wrong with an issue or item, in the words of the checks, for its row in a list: once for each check. */
export function problemWords(all: readonly Problem[]): string[] {
  // A row of a list names the fields without an answer by itself.
  const told = all.filter(({ id }) => !id.endsWith('-incomplete'));
  return [...Map.groupBy(told, ({ id }) => id).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const more = others.length === 0 ? '' : ` (and ${others.length} more like this)`;
    return [shown(first.message) + more];
  });
}
