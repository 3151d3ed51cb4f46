import { constants, copyFileSync, linkSync, lstatSync } from 'node:fs';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { largestDocument, readBytes } from '../../files/read.ts';
import { fileOf } from '../files/folder.ts';
import { snapshotFiles } from '../files/snapshots.ts';
import type { Draft } from '../format/draft.ts';
import { readDraftText } from '../format/draft-text.ts';
import { isNewer } from '../format/parse.ts';
import { merged } from '../journal/windows.ts';
import { readSnapshot, windowsOf } from './read-draft.ts';

/**
 * The newest state of a draft that can be had though its file cannot be read: its newest snapshot with what its windows
 * wrote since; null when there is none. Changes nothing.
 */
export const rescueOf = (home: string, id: string): Draft | null =>
  merged(newestSnapshot(home, id), windowsOf(home, 'drafts', id, null))?.draft ?? null;

function newestSnapshot(home: string, id: string): Draft | null {
  for (const { path } of snapshotFiles(home, id)) {
    const snapshot = readSnapshot(path, id);
    if (snapshot.ok) return snapshot.value;
  }
  return null;
}

/**
 * Whether a draft's file is there, can be read and is no draft any more. One that a newer version wrote is not damaged,
 * and of one that cannot be read nothing is known.
 */
export function isDamaged(home: string, id: string): boolean {
  const path = fileOf(home, 'drafts', id);
  if (readSnapshot(path, id).ok || !isFile(path) || !readBytes(path, largestDocument).ok) return false;
  const text = readDraftText(path);
  return !text.ok || !isNewer(text.value);
}

/** Whether there is a file; not where its folder is out of reach. */
function isFile(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** What is wrong with a draft's file, with the way to what is left of it. */
export function withRemedy(home: string, id: string, problems: Failure[]): Failure[] {
  const [first, ...rest] = problems;
  if (!first || !isDamaged(home, id) || !rescueOf(home, id)) return problems;
  const remedy = `get back what was kept of it: sanctum-review resume ${id} (or choose: sanctum-review drafts history ${id})`;
  return [{ ...first, remedy }, ...rest];
}

/**
 * Keeps a draft's file also where its name says what it is; gives the new path. It stays where it is until another
 * is put there: a program that is killed in between leaves a draft that can be rescued again.
 */
export function keepAside(home: string, id: string, now: Date): Result<string> {
  const path = fileOf(home, 'drafts', id);
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  for (let more = ''; ; more += 'x') {
    const aside = `${path}.damaged-${stamp}${more}`;
    if (lstatSync(aside, { throwIfNoEntry: false })) continue;
    try {
      linked(path, aside);
      return done(aside);
    } catch {
      return failed({
        where: path,
        what: 'is damaged, and could not be kept aside',
        remedy: 'make its folder writable',
      });
    }
  }
}

/** A copy where the file system has no links. */
function linked(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    copyFileSync(path, aside, constants.COPYFILE_EXCL);
  }
}
