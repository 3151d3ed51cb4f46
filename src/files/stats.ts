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
