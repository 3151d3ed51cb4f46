import { levels, type Problem } from '../../checks/problem.ts';
import { oneLine, visible } from '../../text/clean.ts';
import { displayWidth, padEnd } from '../../text/width.ts';
import { wrapped } from '../../text/wrap.ts';

type Told = Pick<Problem, 'level' | 'overridden'>;

/** "2 errors, 1 warning, 1 overridden". */
export function levelsInWords(findings: Told[]): string {
  const open = findings.filter(isOpen);
  const overridden = findings.length - open.length;
  return levels
    .map((level) => ({ level, count: open.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}${count === 1 ? '' : 's'}`)
    .concat(overridden > 0 ? [`${overridden} overridden`] : [])
    .join(', ');
}

const isOpen = ({ overridden }: Told): boolean => overridden === undefined;

/** No column is wider than this, so that one long name does not push all messages away. */
const widest = 48;

/** What is said has this room at least beside the place, else it stands below it. */
const leastRoom = 44;

/**
 * Findings by level: where, what and by which check, and below it what to do, or why it stands.
 * @param columns of the terminal, where there is one: then no line is longer. Else what is said is on one line
 */
export function problemTable(
  findings: Problem[],
  placeName: (finding: Problem) => string,
  columns?: number,
): string {
  const rows = findings.map((finding) => ({ ...finding, where: shown(placeName(finding)) }));
  const width = Math.min(widest, Math.max(0, ...rows.map(({ where }) => displayWidth(where))));
  const open = levels.map((level) => rows.filter((row) => row.level === level && isOpen(row)));
  const groups = [...open, rows.filter((row) => !isOpen(row))].flatMap((own) => {
    if (own.length === 0) return [];
    const lines = own.flatMap(({ where, message, remedy, overridden, id }) => {
      const what = `${shown(message)} (${id})`;
      const then = shown(overridden === undefined ? remedy : `stands, because: ${overridden}`);
      if (columns !== undefined) return fitted(where, what, then, width, columns);
      return [`  ${padEnd(where, width)}  ${what}`, `  ${' '.repeat(width)}  → ${then}`];
    });
    return [[levelsInWords(own), ...lines].join('\n')];
  });
  return groups.length === 0 ? '' : `${groups.join('\n\n')}\n`;
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
