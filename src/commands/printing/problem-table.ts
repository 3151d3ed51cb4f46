import { levels, type Problem } from '../../checks/problem.ts';
import { countProblems, type ProblemGroup, problemGroups } from '../../checks/problem-groups.ts';
import { oneLine, visible } from '../../text/clean.ts';
import { counted } from '../../text/counted.ts';
import { widestOf } from '../../text/widest.ts';
import { displayWidth, padEnd } from '../../text/width.ts';
import { wrapped } from '../../text/wrap.ts';

/** "2 errors, 1 warning, 1 overridden, 12 unanswered", each as lines of the table; what is unanswered as fields. */
export function countsInWords(problems: readonly Problem[]): string {
  const { unanswered, ...counts } = countProblems(problems);
  const overridden = problemGroups(problems.filter((one) => one.overridden !== undefined)).length;
  return [
    ...levels.flatMap((level) => (counts[level] > 0 ? [counted(counts[level], level)] : [])),
    ...(overridden > 0 ? [`${overridden} overridden`] : []),
    ...(unanswered > 0 ? [`${unanswered} unanswered`] : []),
  ].join(', ');
}

/** No column is wider than this, so that one long name does not push all messages away. */
const widest = 48;

/** What is said has this room at least beside the place, else it stands below it. */
const leastRoom = 44;

/** A line of the table, with what to do or why it is overridden below it. */
interface Row {
  where: string;
  what: string;
  advice: string;
}

/**
 * Problems by level, and what is unanswered below them: where, what and by which check; then what to do, or why it is
 * overridden.
 * @param columns of the terminal, where there is one: then no line is longer. Else what is said is on one line
 */
export function problemTable(
  problems: readonly Problem[],
  placeName: (problem: Pick<Problem, 'page' | 'place'>) => string,
  columns?: number,
): string {
  const rowOf = ({ first, message, problems: all }: ProblemGroup): Row => ({
    where: shown(placeName(all.length > 1 ? { page: first.page, place: null } : first)),
    what: `${shown(message)} (${first.id})`,
    advice: shown(first.overridden === undefined ? first.advice : `overridden, because: ${first.overridden}`),
  });
  const groups = problemGroups(problems);
  const open = groups.filter(({ first }) => first.overridden === undefined);
  const answered = open.filter(({ first }) => !first.unanswered);
  const overridden = groups.filter(({ first }) => first.overridden !== undefined);
  const { unanswered } = countProblems(problems);
  const blocks = [
    ...levels.map((level) => {
      const own = answered.filter(({ first }) => first.level === level);
      return { title: counted(own.length, level), rows: own.map(rowOf) };
    }),
    { title: `${overridden.length} overridden`, rows: overridden.map(rowOf) },
    { title: `${unanswered} unanswered`, rows: open.filter(({ first }) => first.unanswered).map(rowOf) },
  ].filter(({ rows }) => rows.length > 0);
  const width = Math.min(widest, widestOf(blocks.flatMap(({ rows }) => rows.map(({ where }) => where))));
  const texts = blocks.map(({ title, rows }) =>
    [title, ...rows.flatMap((row) => linesOf(row, width, columns))].join('\n'),
  );
  return texts.length === 0 ? '' : `${texts.join('\n\n')}\n`;
}

function linesOf({ where, what, advice }: Row, width: number, columns: number | undefined): string[] {
  if (columns !== undefined) return fitted(where, what, advice, width, columns);
  return [`  ${padEnd(where, width)}  ${what}`, `  ${' '.repeat(width)}  → ${advice}`];
}

function fitted(where: string, what: string, then: string, width: number, columns: number): string[] {
  const beside = columns - width - 4 >= leastRoom && displayWidth(where) <= width;
  const indent = beside ? width + 4 : 4;
  const room = Math.max(1, columns - indent);
  const [first = '', ...rest] = wrapped(what, room);
  const [arrow = '', ...more] = wrapped(then, Math.max(1, room - 2));
  const below = [...rest, `→ ${arrow}`, ...more.map((row) => `  ${row}`)].map(
    (row) => ' '.repeat(indent) + row,
  );
  const above = wrapped(where, Math.max(1, columns - 2)).map((row) => `  ${row}`);
  const head = beside ? [`  ${padEnd(where, width)}  ${first}`] : [...above, `${' '.repeat(indent)}${first}`];
  return [...head, ...below].map((row) => row.trimEnd());
}

const shown = (text: string) => visible(oneLine(text).text);
