import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../files/read.ts';
import { makePrivateFolder } from '../../files/write.ts';
import { versionWithCommit } from '../../package.ts';
import { snapshotsOf } from './snapshots.ts';
import { draftStamp, isStamped } from './stamp.ts';

/*
 * When a draft is left, it is noted beside its snapshots what its files are then, with the screen that it will open
 * with, and how it stands in a list. For as long as nothing is written of it, the screen can be shown before the draft
 * is loaded, it is listed without being read, and what this very program wrote need not be looked through for mistakes.
 */

/** What is noted of a draft; anything may stand in the file. */
interface Left {
  screen: unknown;
  summary: unknown;
}

interface Note extends Left {
  program: string;
  stamp: string;
}

const noteOf = (home: string, id: string) => join(snapshotsOf(home, id), 'left.json');

/** Notes that a draft is left. Where that cannot be, it opens a little later. */
export function noteLeft(home: string, id: string, left: Left): void {
  try {
    const stamp = draftStamp(home, 'drafts', id);
    if (!isStamped(stamp)) return;
    makePrivateFolder(snapshotsOf(home, id));
    const note: Note = { program: versionWithCommit, stamp, ...left };
    writeFileSync(noteOf(home, id), JSON.stringify(note), { mode: 0o600 });
  } catch {
    // The disk may be full, or the folder read-only.
  }
}

/**
 * What was noted when this program left a draft; null when anything was written of the draft since.
 * @param stamp what the draft's files are now, where that is known
 */
export function asLeft(home: string, id: string, stamp?: string): Partial<Left> | null {
  try {
    const text = readText(noteOf(home, id));
    const note = text.ok ? (JSON.parse(text.value) as Partial<Note> | null) : null;
    const isSame = note?.program === versionWithCommit;
    return isSame && note.stamp === (stamp ?? draftStamp(home, 'drafts', id)) ? note : null;
  } catch {
    return null;
  }
}
