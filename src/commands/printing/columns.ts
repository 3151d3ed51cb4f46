import { widestOf } from '../../text/widest.ts';
import { padEnd } from '../../text/width.ts';

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
