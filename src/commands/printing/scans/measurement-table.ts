import type { Scan } from '../../../findings/read-scan.ts';
import { measurementInWords } from '../../../measurements/in-words.ts';
import { visible } from '../../../text/clean.ts';
import { tableOf } from '../columns.ts';

/**
 * What files measured, a value a line: the file, the value in words.
 * @param columns of the terminal, where there is one: then no line is longer
 */
export function measurementTable(scans: readonly Scan[], columns?: number): string {
  const rows = scans.flatMap(({ file, measurements }) =>
    measurements.map((one) => [visible(file), measurementInWords(one)]),
  );
  return tableOf(rows, columns);
}
