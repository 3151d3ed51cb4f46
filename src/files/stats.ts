import { type BigIntStats, lstatSync } from 'node:fs';
import { isAbsent } from './read.ts';

/** What the file system says of a path, links not followed; undefined when nothing is there. Throws when it cannot say. */
export function statsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true });
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
