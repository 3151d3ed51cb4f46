import { lstatSync, lutimesSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { reasonOf } from '../../files/read.ts';
import { makePrivateFolder } from '../../files/write.ts';

/** Days that a removed draft stays in the trash. */
export const trashDays = 30;

export type Shelf = 'drafts' | 'trash';

const day = 24 * 60 * 60 * 1000;
const fileName = /^([a-z0-9]{6,64})\.json$/;

export const fileOf = (home: string, shelf: Shelf, id: string) => join(home, shelf, `${id}.json`);

/** What was done since a draft's file was last written. */
export const journalOf = (home: string, shelf: Shelf, id: string) => join(home, shelf, `${id}.journal`);

/** Where earlier states of a draft are kept. */
export const generationsOf = (home: string, id: string) => join(home, 'generations', id);

/** The ids of the files on a shelf; none when there is no such folder yet. */
export function idsOn(home: string, shelf: Shelf): string[] {
  try {
    return readdirSync(join(home, shelf)).flatMap((name) => fileName.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
}

/** Makes the folders, for nobody else to look into: reports hold vulnerabilities. Throws when it cannot. */
export function makeFolders(home: string): void {
  for (const shelf of ['drafts', 'trash']) makePrivateFolder(join(home, shelf));
}

/**
 * Takes away what was being written of a draft beside its files, and was not put in place yet: by one that was
 * killed, or that stands still and must not put it there any more.
 */
export function clearUnfinished(home: string, id: string): void {
  const folder = join(home, 'drafts');
  for (const name of readdirSync(folder)) {
    const unfinished = name.startsWith(`${id}.next`) || (name.startsWith(`.${id}.`) && name.endsWith('.tmp'));
    if (unfinished) rmSync(join(folder, name), { force: true });
  }
}

/** Moves a draft's file to the other shelf, where none of that name may be. */
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

/** Deletes for good what has been in the trash for longer than 30 days. */
export function emptyTrash(home: string, now: Date): void {
  for (const id of idsOn(home, 'trash')) {
    const file = fileOf(home, 'trash', id);
    const since = lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now.getTime();
    if (now.getTime() - since <= trashDays * day) continue;
    try {
      rmSync(file);
      rmSync(journalOf(home, 'trash', id), { force: true });
      rmSync(generationsOf(home, id), { recursive: true, force: true });
      for (const name of readdirSync(join(home, 'drafts')))
        if (name.startsWith(`${id}.json.`) || name.startsWith(`${id}.journal.`))
          rmSync(join(home, 'drafts', name), { force: true });
    } catch {
      // Another time: a folder that is read-only just now is no reason not to show what is in it.
    }
  }
}

function alreadyThere(id: string, target: string): Failure {
  return { where: `draft ${id}`, what: `${target} is there already`, remedy: 'move that file away first' };
}
