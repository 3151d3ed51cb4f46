import type { Failure } from '../../failure.ts';
import type { Scan } from '../../findings/read-scan.ts';

/** Why files were not read. */
export const refusalsOf = (scans: readonly Scan[]): Failure[] =>
  scans.flatMap(({ file, refused, remedy }) =>
    refused === null ? [] : [{ where: file, what: refused, remedy }],
  );
