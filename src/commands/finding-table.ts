import { type Finding, levels } from '../checks/finding.ts';
import { oneLine, visible } from '../text/clean.ts';
import { displayWidth, padEnd } from '../text/width.ts';

type Told = Pick<Finding, 'level' | 'overridden'>;

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

/** Findings by level: where, what and by which check, and below it what to do, or why it stands. */
export function findingTable(findings: Finding[], placeName: (finding: Finding) => string): string {
  const rows = findings.map((finding) => ({ ...finding, where: shown(placeName(finding)) }));
  const width = Math.min(widest, Math.max(0, ...rows.map(({ where }) => displayWidth(where))));
  const open = levels.map((level) => rows.filter((row) => row.level === level && isOpen(row)));
  const groups = [...open, rows.filter((row) => !isOpen(row))].flatMap((own) => {
    if (own.length === 0) return [];
    const lines = own.flatMap(({ where, message, remedy, overridden, id }) => [
      `  ${padEnd(where, width)}  ${shown(message)} (${id})`,
      `  ${' '.repeat(width)}  → ${shown(overridden === undefined ? remedy : `stands, because: ${overridden}`)}`,
    ]);
    return [[levelsInWords(own), ...lines].join('\n')];
  });
  return groups.length === 0 ? '' : `${groups.join('\n\n')}\n`;
}

const shown = (text: string) => visible(oneLine(text).text);
