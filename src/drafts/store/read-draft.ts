import { type BigIntStats, lstatSync } from 'node:fs';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { readText, reasonOf } from '../../files/read.ts';
import type { Draft } from '../format/draft.ts';
import { parseDraft } from '../format/parse.ts';
import { journalBytes } from '../journal/journal-file.ts';
import { beginning, readJournal } from '../journal/journal-lines.ts';
import { withJournal } from '../journal/replay.ts';
import { fileOf, journalOf, type Shelf } from './folder.ts';

/** A draft as it was when it was last open, and how many lines of its journal could not be used. */
type AsLeft = Result<Draft> & { lost?: number };

/** Reads drafts' files. One that has not changed since it was last read is not read again. */
export function draftReader(home: string): (shelf: Shelf, id: string) => AsLeft {
  const known = new Map<string, { stamp: string; draft: AsLeft }>();
  return (shelf, id) => {
    const path = fileOf(home, shelf, id);
    let stats: BigIntStats | undefined;
    try {
      stats = lstatSync(path, { throwIfNoEntry: false, bigint: true });
    } catch (error) {
      // A window that only reads looks again and again: the folder may be out of reach for a while.
      return failed(outOfReach(id, path, error));
    }
    if (!stats) return failed(lost(id, path));
    if (!stats.isFile()) return failed(notOurs(path));
    const journal = journalOf(home, shelf, id);
    const stamp = `${stampOf(stats)} ${stampOf(lstatSync(journal, { throwIfNoEntry: false, bigint: true }))}`;
    const hit = known.get(path);
    if (hit?.stamp === stamp) return hit.draft;
    const draft = readDraft(path, journal, id);
    known.set(path, { stamp, draft });
    return draft;
  };
}

const stampOf = (stats: BigIntStats | undefined) =>
  stats ? `${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}` : '';

/** What the draft's file holds, and what its journal tells since. */
function readDraft(path: string, journal: string, id: string): AsLeft {
  const snapshot = readSnapshot(path, id);
  if (!snapshot.ok) return snapshot;
  const { draft, lost } = continued(snapshot.value, journal);
  return lost > 0 ? { ...done(draft), lost } : done(draft);
}

/** What a draft's file holds by itself. */
export function readSnapshot(path: string, id: string): Result<Draft> {
  const text = readText(path);
  if (!text.ok) return text;
  const draft = parseDraft(text.value, path);
  return draft.ok && draft.value.id !== id ? failed(otherId(path, draft.value.id)) : draft;
}

/** The draft with its journal; `lost` lines of that could not be used. */
export function continued(draft: Draft, journal: string): { draft: Draft; lost: number } {
  try {
    const bytes = journalBytes(journal);
    const read =
      bytes.length > 0 ? readJournal(draft.id, bytes) : { after: beginning, lines: [], end: 0, lost: 0 };
    return read ? withJournal(draft, read) : { draft, lost: 1 };
  } catch (error) {
    return { draft, lost: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 0 : 1 };
  }
}

const lost = (id: string, path: string): Failure => ({
  where: `draft ${id}`,
  what: `does not exist (${path})`,
  remedy: 'see what there is: sanctum-review drafts',
});

const outOfReach = (id: string, path: string, error: unknown): Failure => ({
  where: `draft ${id}`,
  what: `cannot be read: ${path} ${reasonOf(error)}`,
  remedy: 'check the folder that it is in',
});

const notOurs = (path: string): Failure => ({
  where: path,
  what: 'is a symbolic link or no file at all, and is not followed',
  remedy: 'put the draft itself there',
});

const otherId = (path: string, id: string): Failure => ({
  where: `${path}: id`,
  what: `is "${id}", which is not the name of the file`,
  remedy: `name the file ${id}.json`,
});
