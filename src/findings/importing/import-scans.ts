import { relative, sep } from 'node:path';
import { isInside } from '../../files/inside.ts';
import { measuredValue } from '../../measurements/measured-value.ts';
import type { Action } from '../../review/actions.ts';
import type { Measurement } from '../../review/evidence/measurements.ts';
import type { Review } from '../../review/review.ts';
import { type Scan, tellsFindings } from '../read-scan.ts';
import { afterScans, type ScanChange } from './next-scan.ts';
import { inRepository } from './repository-paths.ts';

/** The reviewed repository: its folder, absolute, and its tracked files. */
export interface ScannedRepository {
  top: string;
  tracked: readonly string[];
}

/** What importing scans does to a review, and what it changes among its findings. Files that were refused do nothing. */
export function importScans(
  review: Review,
  scans: readonly Scan[],
  repository: ScannedRepository | null,
): { actions: Action[]; changes: ScanChange[] } {
  const placed = repository ? inRepository(repository.top, repository.tracked) : null;
  const read = scans.filter(({ refused }) => refused === null);
  const reports = read.filter(tellsFindings);
  const { findings, changes } = afterScans(
    review.findings ?? [],
    placed ? reports.map((scan) => ({ ...scan, findings: scan.findings.map(placed) })) : reports,
  );
  const measured = read.map((scan): Action => {
    const { file, measurements } = scan;
    return { do: 'measured', file, measurements: measurements.length > 0 ? measurements : resultsOf(scan) };
  });
  return {
    actions: [...(reports.length > 0 ? [{ do: 'findings', findings } as const] : []), ...measured],
    changes,
  };
}

/** How many results each tool of a scan reported: the review knows by it which tools were used, in which versions. */
const resultsOf = ({ file, tools, findings }: Scan): Measurement[] =>
  tools.map(({ name, version }) => ({
    ...measuredValue('results-reported', findings.filter(({ tool }) => tool === name).length),
    source: { file, tool: name, ...(version === null ? {} : { version }) },
  }));

/** What a file is called in a review: from the repository's top where it lies in it, else by its whole path. */
export function scanName(path: string, top: string | undefined): string {
  const isOutside = top === undefined || path === top || !isInside(path, top);
  return isOutside ? path : relative(top, path).split(sep).join('/');
}
