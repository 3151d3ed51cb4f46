import { lstatSync, rmSync } from 'node:fs';
import {
  besideDraft,
  fileOf,
  idsOn,
  journalOf,
  journalsOf,
  removeAll,
  type Shelf,
  trashDays,
} from '../files/folder.ts';
import { removeSnapshots } from '../files/snapshots.ts';
import { hasSettings, openSettings } from './settings.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Deletes for good what has been in the trash for longer than 30 days, once an earlier look, a day or more before, has
 * found it so as well: a clock that is wrong for one look, by weeks, deletes nothing. Where something cannot be read or
 * deleted, it stays for another time.
 */
export async function emptyTrash(home: string, now: Date): Promise<void> {
  const time = now.getTime();
  const since = (id: string) =>
    lstatSync(fileOf(home, 'trash', id), { throwIfNoEntry: false })?.mtimeMs ?? time;
  try {
    const due = idsOn(home, 'trash').filter((id) => time - since(id) > trashDays * day);
    const settings = due.length > 0 || hasSettings(home) ? await openSettings(home) : null;
    if (!settings) return;
    const seen = Date.parse(settings.get('trashDue') ?? '');
    // A look from the future was one with a wrong clock.
    const isKnown = seen <= time;
    const ripe = isKnown && time - seen >= day ? due.filter((id) => seen - since(id) > trashDays * day) : [];
    for (const id of ripe) deleteForGood(home, 'trash', id);
    if (ripe.length === due.length) settings.delete('trashDue');
    else if (!isKnown || ripe.length > 0) settings.set('trashDue', now.toISOString());
  } catch {
    // A folder that is read-only just now is no reason not to show what is in it.
  }
}

/** Deletes a draft with everything that was kept of it. */
export function deleteForGood(home: string, shelf: Shelf, id: string): void {
  rmSync(fileOf(home, shelf, id));
  rmSync(journalOf(home, shelf, id), { force: true });
  removeSnapshots(home, id);
  removeAll(journalsOf(home, id));
  for (const path of besideDraft(home, id)) removeAll(path);
}
