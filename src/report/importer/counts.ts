import type { Severity } from '../../fields/issue.ts';
import type { Line } from '../../markdown/scan.ts';
import { countNouns } from '../reader/summary-counts.ts';
import { plainCell, type Table, tablesIn } from './tables/tables.ts';
import { looseName } from './vocabulary/names.ts';
import { severityIn, severityOfHeading, severityWords } from './vocabulary/severities.ts';

/** What a report counts: how many issues of a severity, and on which line (from 0). */
export type Counts = Map<Severity, { count: number; at: number }>;

/** "Critical: 3", "- **High** (2)", "1 Medium severity issue" */
const behind = new RegExp(
  `^[^\\p{L}\\p{N}]*(${severityWords})(?:[ -](?:severity|priority))?(?: (?:${countNouns}))?[*_\\s]*[:(][*_\\s]*(\\d{1,5})(?:\\s*(?:${countNouns}))?[^\\p{L}\\p{N}]*$`,
  'iu',
);
const before = new RegExp(
  `(?<![\\p{L}\\p{N}.,/])(\\d{1,5})[*_\\s]+(${severityWords})(?:[ -](?:severity|priority))?[*_\\s]+(?:${countNouns}|recommendations?)\\b`,
  'giu',
);
const fixed = /\b(?:fixed|resolved|closed|addressed|mitigated)\b/i;
const openNames = ['open', 'remaining', 'left'];
const countNames = ['count', 'number', 'total', 'issues', 'findings', 'found', 'no', 'quantity', 'value'];

/**
 * The counts of issues that a report of another kind states, by severity: in a table, in lines, in headings. What stands
 * first in this order holds.
 * @param lines those outside of issues
 */
export function countsIn(lines: Line[]): Counts {
  const counts: Counts = new Map();
  const take = (severity: Severity | undefined, count: number, at: number) => {
    if (severity && !counts.has(severity)) counts.set(severity, { count, at });
  };
  for (const table of tablesIn(lines)) tableCounts(table, take);
  for (const { text, kind, title, at } of lines) {
    if (kind === 'text') {
      const [, word = '', count] = behind.exec(text) ?? [];
      if (count !== undefined) take(severityIn(word)?.severity, Number(count), at);
      // What is counted as fixed is not open.
      if (/\d/.test(text) && !fixed.test(text))
        for (const [, number, name = ''] of text.matchAll(before))
          take(severityIn(name)?.severity, Number(number), at);
    }
    const [, name = '', count] = /^(.*?)[:(\s]+(\d{1,5})\)?[^\p{L}\p{N}]*$/u.exec(title ?? '') ?? [];
    if (count !== undefined) take(severityOfHeading(name)?.severity, Number(count), at);
  }
  return counts;
}

function tableCounts(
  { head, rows }: Table,
  take: (severity: Severity | undefined, count: number, at: number) => void,
): void {
  const names = head.map(looseName);
  const column = [openNames, countNames]
    .map((known) => names.findIndex((name) => known.includes(name)))
    .find((at) => at > 0);
  if (column === undefined) return;
  for (const { cells, line } of rows) {
    const cell = plainCell(cells[column] ?? '');
    if (/^\d{1,5}$/.test(cell))
      take(severityOfHeading(plainCell(cells[0] ?? ''))?.severity, Number(cell), line.at);
  }
}
