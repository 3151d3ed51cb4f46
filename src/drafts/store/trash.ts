import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../files/read.ts';
import { makePrivateFolder, writeWhole } from '../../files/write.ts';
import { journalsOf } from '../journal/windows.ts';
import { besideDraft, fileOf, idsOn, journalOf, removeAll, trashDays } from './folder.ts';
import { removeSnapshots } from './snapshots.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Deletes for good what has been in the trash for longer than 30 days, once an earlier look, a day or more before, has
 * found it so as well: a clock that is wrong for one look, by weeks, deletes nothing. Throws when the trash cannot be
 * read.
 */
export function emptyTrash(home: string, now: Date): void {
  const time = now.getTime();
  const since = (id: string) =>
    lstatSync(fileOf(home, 'trash', id), { throwIfNoEntry: false })?.mtimeMs ?? time;
  const due = idsOn(home, 'trash').filter((id) => time - since(id) > trashDays * day);
  const mark = join(home, 'trash', 'due.txt');
  const seen = firstSeen(mark);
  try {
    // A look from the future was one with a wrong clock.
    const isKnown = seen !== null && seen <= time;
    const ripe = isKnown && time - seen >= day ? due.filter((id) => seen - since(id) > trashDays * day) : [];
    for (const id of ripe) deleteForGood(home, id);
    if (ripe.length === due.length) rmSync(mark, { force: true });
    else if (!isKnown || ripe.length > 0) {
      makePrivateFolder(join(home, 'trash'));
      writeWhole(mark, `${now.toISOString()}\n`, { mode: 0o600 });
    }
  } catch {
    // Another time: a folder that is read-only just now is no reason not to show what is in it.
  }
}

/** When something was first seen that was due; null when it never was. */
function firstSeen(mark: string): number | null {
  const text = readText(mark);
  const time = text.ok ? Date.parse(text.value.trim()) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** A draft in the trash with everything that was kept of it. */
function deleteForGood(home: string, id: string): void {
  rmSync(fileOf(home, 'trash', id));
  rmSync(journalOf(home, 'trash', id), { force: true });
  removeSnapshots(home, id);
  removeAll(journalsOf(home, id));
  for (const path of besideDraft(home, id)) removeAll(path);
}
