import type { Scan } from '../../findings/read-scan.ts';
import { measurementInWords } from '../../measurements/in-words.ts';
import { visible } from '../../text/clean.ts';
import { truncate } from '../../text/width.ts';
import { inColumns } from './columns.ts';

/**
 * What files measured, a value a line: the file, the value in words.
 * @param columns of the terminal, where there is one: then no line is longer
 */
export function measurementTable(scans: readonly Scan[], columns?: number): string {
  const rows = scans.flatMap(({ file, measurements }) =>
    measurements.map((one) => [visible(file), measurementInWords(one)]),
  );
  const lines = inColumns(rows).map((line) => (columns === undefined ? line : truncate(line, columns)));
  return lines.map((line) => `${line}\n`).join('');
}
