import { widestOf } from '../../text/widest.ts';
import { padEnd, truncate } from '../../text/width.ts';

/** Rows of cells as lines, in columns as wide as their widest cell. */
export function inColumns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => widestOf(rows.map((row) => row[column] ?? '')));
  return rows.map((row) =>
    row
      .map((cell, column) => padEnd(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * The same as text, a row a line.
 * @param columns of the terminal, where there is one: then no line is longer
 */
export const tableOf = (rows: string[][], columns: number | undefined): string =>
  inColumns(rows)
    .map((line) => `${columns === undefined ? line : truncate(line, columns)}\n`)
    .join('');
