import type { BigIntStats } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../../files/read.ts';
import { statsOf } from '../../files/stats.ts';
import { fileOf, journalOf, journalsOf, type Shelf } from './folder.ts';

/** Another text after a file was replaced or written; empty when there is none, or it is out of reach. */
export function fileStamp(path: string): string {
  const stats = statsInReach(path);
  return stats ? `${stats.ino} ${stats.size} ${stats.mtimeNs}` : '';
}

/** What the file system says of a path; undefined also when it cannot say. */
export function statsInReach(path: string): BigIntStats | undefined {
  try {
    return statsOf(path);
  } catch {
    return undefined;
  }
}

/**
 * Another text after anything was written of a draft, in its file or by its windows. Throws when its folder cannot be
 * read.
 */
export function draftStamp(home: string, shelf: Shelf, id: string): string {
  const folder = journalsOf(home, id);
  const paths = [
    fileOf(home, shelf, id),
    journalOf(home, shelf, id),
    ...namesIn(folder).map((name) => join(folder, name)),
  ];
  return paths.map((path) => stampOf(path, statsOf(path))).join('\n');
}

/** Whether the draft of a stamp has a file. */
export const isStamped = (stamp: string): boolean => !/^(?:\n|$)/.test(stamp);

const stampOf = (path: string, stats: BigIntStats | undefined) =>
  stats ? `${path} ${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : '';
