import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../files/read.ts';
import { makePrivateFolder } from '../../files/write.ts';
import { versionWithCommit } from '../../package.ts';
import { snapshotsOf } from './snapshots.ts';
import { draftStamp, isStamped } from './stamp.ts';

/*
 * When a draft is left, it is noted beside its snapshots what its files are then, with the screen that it will open
 * with. For as long as nothing is written of it, the screen can be shown before the draft is loaded, and what this very
 * program wrote need not be looked through for mistakes.
 */

interface Note {
  program: string;
  stamp: string;
  screen: unknown;
}

const noteOf = (home: string, id: string) => join(snapshotsOf(home, id), 'left.json');

/** Notes that a draft is left, with the screen that it will open with. Where that cannot be, it opens a little later. */
export function noteLeft(home: string, id: string, screen: unknown): void {
  try {
    const stamp = draftStamp(home, 'drafts', id);
    if (!isStamped(stamp)) return;
    makePrivateFolder(snapshotsOf(home, id));
    const note: Note = { program: versionWithCommit, stamp, screen };
    writeFileSync(noteOf(home, id), JSON.stringify(note), { mode: 0o600 });
  } catch {
    // The disk may be full, or the folder read-only.
  }
}

/**
 * The screen that was noted when this program left a draft; null when anything was written of the draft since.
 * @param stamp what the draft's files are now
 */
export function leftWith(home: string, id: string, stamp: string): unknown {
  try {
    const text = readText(noteOf(home, id));
    const note = text.ok ? (JSON.parse(text.value) as Partial<Note> | null) : null;
    return note?.program === versionWithCommit && note.stamp === stamp ? note.screen : null;
  } catch {
    return null;
  }
}
