import { type Finding, levels } from '../checks/finding.ts';
import { oneLine, visible } from '../text/clean.ts';
import { displayWidth, padEnd } from '../text/width.ts';

/** "2 errors, 1 warning". */
export function levelsInWords(findings: Pick<Finding, 'level'>[]): string {
  return levels
    .map((level) => ({ level, count: findings.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/** No column is wider than this, so that one long name does not push all messages away. */
const widest = 48;

/** Findings by level: where, what and by which check, and below it what to do. */
export function findingTable(findings: Finding[], placeName: (finding: Finding) => string): string {
  const rows = findings.map((finding) => ({ ...finding, where: shown(placeName(finding)) }));
  const width = Math.min(widest, Math.max(0, ...rows.map(({ where }) => displayWidth(where))));
  const groups = levels.flatMap((level) => {
    const own = rows.filter((row) => row.level === level);
    if (own.length === 0) return [];
    const lines = own.flatMap(({ where, message, remedy, id }) => [
      `  ${padEnd(where, width)}  ${shown(message)} (${id})`,
      `  ${' '.repeat(width)}  → ${shown(remedy)}`,
    ]);
    return [[levelsInWords(own), ...lines].join('\n')];
  });
  return groups.length === 0 ? '' : `${groups.join('\n\n')}\n`;
}

const shown = (text: string) => visible(oneLine(text).text);
