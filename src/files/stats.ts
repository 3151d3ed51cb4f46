import { type BigIntStats, lstatSync } from 'node:fs';

/** What the file system says of a path, links not followed; undefined when nothing is there. Throws when it cannot say. */
export function statsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Whether something is at a path; also when that cannot be looked at, so that reading it says why. */
export function isThere(path: string): boolean {
  try {
    return statsOf(path) !== undefined;
  } catch {
    return true;
  }
}
