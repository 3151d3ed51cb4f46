import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether anything among the sources (files, or folders with all that is in them) is newer than what was built. */
export function isStale(built: string, sources: string[]): boolean {
  const since = statSync(built, { throwIfNoEntry: false })?.mtimeMs;
  return since === undefined || sources.some((source) => newest(source) > since);
}

/** Of a folder too: a file taken away changes it. */
function newest(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    stats.mtimeMs,
  );
}
