import { lstatSync, lutimesSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { namesIn, reasonOf } from '../../files/read.ts';
import { makePrivateFolder } from '../../files/write.ts';

/** Days that a removed draft stays in the trash. */
export const trashDays = 30;

export type Shelf = 'drafts' | 'trash';

const fileName = /^([a-z0-9]{6,64})\.json$/;

export const draftsOf = (home: string) => join(home, 'drafts');

export const fileOf = (home: string, shelf: Shelf, id: string) => join(home, shelf, `${id}.json`);

/** The one journal of all windows in formats 1 and 2. */
export const journalOf = (home: string, shelf: Shelf, id: string) => join(home, shelf, `${id}.journal`);

/** What says which window has a draft open. */
export const lockOf = (home: string, id: string) => join(home, 'drafts', `${id}.lock`);

/** The folder of what the windows of a draft write. */
export const journalsOf = (home: string, id: string) => join(home, 'journals', id);

/** The ids of the files on a shelf; none when there is no such folder yet. Throws when it cannot be read. */
export function idsOn(home: string, shelf: Shelf): string[] {
  try {
    return readdirSync(join(home, shelf)).flatMap((name) => fileName.exec(name)?.[1] ?? []);
  } catch (error) {
    // A file in its place says nothing about the drafts.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A folder of the store that cannot be read: nothing is known of what is in it. */
export const unreadable = (folder: string, error: unknown): Failure => ({
  where: folder,
  what: `cannot be read: it ${reasonOf(error)}`,
  remedy: 'make the folder readable, or name another one with SANCTUM_REVIEW_HOME',
});

/** Makes the folders, for nobody else to look into: reports hold vulnerabilities. Throws when it cannot. */
export function makeFolders(home: string): void {
  for (const shelf of ['drafts', 'trash']) makePrivateFolder(join(home, shelf));
}

/** Moves a draft's file to the other shelf, where none of that name may be. What its windows wrote stays in its place. */
export function moveFile(home: string, id: string, from: Shelf, to: Shelf, now: Date): Result<void> {
  const target = fileOf(home, to, id);
  if (lstatSync(target, { throwIfNoEntry: false })) return failed(alreadyThere(id, target));
  try {
    makeFolders(home);
    // The time of a file in the trash is when it came there.
    lutimesSync(fileOf(home, from, id), now, now);
    // Cut short in between, it is a draft in the trash with its journal among the drafts, where it finds it again.
    if (from === 'trash') moveJournal(home, id, from, to);
    renameSync(fileOf(home, from, id), target);
    if (from === 'drafts') moveJournal(home, id, from, to);
    return done(undefined);
  } catch (error) {
    const remedy = `check the folder ${home}`;
    return failed({ where: `draft ${id}`, what: `could not be moved: it ${reasonOf(error)}`, remedy });
  }
}

function moveJournal(home: string, id: string, from: Shelf, to: Shelf): void {
  const journal = journalOf(home, from, id);
  if (lstatSync(journal, { throwIfNoEntry: false })) renameSync(journal, journalOf(home, to, id));
}

/**
 * What stands beside the file of a draft in its folder: older formats, damaged files, what was never finished, and what
 * older versions made to lock it.
 */
export function besideDraft(home: string, id: string): string[] {
  const starts = ['json.', 'journal.', 'next', 'holder', 'takeover'].map((end) => `${id}.${end}`);
  starts.push(`.${id}.`);
  return namesIn(draftsOf(home))
    .filter((name) => starts.some((start) => name.startsWith(start)))
    .map((name) => join(draftsOf(home), name));
}

/** Removes a path and all that is in it, if it is there. */
export const removeAll = (path: string): void => rmSync(path, { recursive: true, force: true });

function alreadyThere(id: string, target: string): Failure {
  return { where: `draft ${id}`, what: `${target} is there already`, remedy: 'move that file away first' };
}
