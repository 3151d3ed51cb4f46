import type { Candidate } from '../../../findings/candidates.ts';
import { visible } from '../../../text/clean.ts';
import { truncate, truncateStart } from '../../../text/width.ts';
import { tableOf } from '../columns.ts';

/** No column is wider than this, so that one long name does not push all others away. */
const widest = { tool: 24, rule: 32, place: 48 };

/**
 * Candidates, the most severe first: severity, number of results, tool, rule, place and title.
 * @param columns of the terminal, where there is one: then no line is longer
 */
export function candidateTable(candidates: Candidate[], columns?: number): string {
  const rows = candidates.map(({ severity, results, tool, rule, locations, title }) => [
    severity,
    String(results),
    truncate(visible(tool), widest.tool),
    truncate(visible(rule), widest.rule),
    placeIn(locations),
    visible(title),
  ]);
  return tableOf(rows, columns);
}

function placeIn([first = '', ...more]: string[]): string {
  const rest = more.length > 0 ? ` +${more.length}` : '';
  return truncateStart(visible(first), widest.place - rest.length) + rest;
}
