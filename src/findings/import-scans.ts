import { relative, sep } from 'node:path';
import type { Action } from '../review/actions.ts';
import type { Review } from '../review/review.ts';
import { afterScans, type ScanChange } from './next-scan.ts';
import type { Scan } from './read-scan.ts';
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
  const reports = read.filter(({ measurements }) => measurements.length === 0);
  const { findings, changes } = afterScans(
    review.findings ?? [],
    placed ? reports.map((scan) => ({ ...scan, findings: scan.findings.map(placed) })) : reports,
  );
  const measured = read.flatMap(({ file, measurements }): Action[] =>
    measurements.length > 0 ? [{ do: 'measured', file, measurements }] : [],
  );
  return {
    actions: [...(reports.length > 0 ? [{ do: 'findings', findings } as const] : []), ...measured],
    changes,
  };
}

/** What a file is called in a review: from the repository's top where it lies in it, else by its whole path. */
export function scanName(path: string, top: string | undefined): string {
  const within = top === undefined ? '..' : relative(top, path);
  return within === '' || within === '..' || within.startsWith(`..${sep}`) || within.startsWith(sep)
    ? path
    : within.split(sep).join('/');
}
