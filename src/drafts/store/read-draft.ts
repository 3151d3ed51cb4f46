import { join } from 'node:path';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { reasonOf } from '../../files/read.ts';
import { statsOf } from '../../files/stats.ts';
import { asLeft } from '../files/as-left.ts';
import { fileOf, journalOf, journalsOf, type Shelf } from '../files/folder.ts';
import { snapshotFiles } from '../files/snapshots.ts';
import { draftStamp, fileStamp } from '../files/stamp.ts';
import type { Draft } from '../format/draft.ts';
import { readDraftText } from '../format/draft-text.ts';
import { parseDraft } from '../format/parse.ts';
import { merged, oneForAll, sessionsIn, type WindowFiles, windowFiles } from '../journal/windows.ts';

/** A draft as its windows left it. */
export interface DraftState {
  draft: Draft;
  /** What its file holds by itself; null when that cannot be read. */
  published: Draft | null;
  /** Lines of journals that should be in it, and cannot be used. */
  lost: number;
  /** Windows that did what the draft does not hold. */
  apart: WindowFiles[];
  windows: WindowFiles[];
  /** Which file the draft is read from, when that holds all of it; else null. */
  file: string | null;
}

/** Reads drafts. One of which no file has changed since it was last read is not read again. */
export function draftReader(home: string): (shelf: Shelf, id: string) => Result<DraftState> {
  const known = new Map<string, { stamp: string; state: Result<DraftState> }>();
  return (shelf, id) => {
    const path = fileOf(home, shelf, id);
    try {
      const stats = statsOf(path);
      if (!stats) return failed(lost(id, path));
      if (!stats.isFile()) return failed(notOurs(path));
      const stamp = draftStamp(home, shelf, id);
      const hit = known.get(path);
      if (hit?.stamp === stamp) return hit.state;
      const isAsLeft = shelf === 'drafts' && asLeft(home, id, stamp) !== null;
      const state = readState(home, shelf, id, isAsLeft);
      known.set(path, { stamp, state });
      return state;
    } catch (error) {
      // A window that only reads looks again and again: the folder may be out of reach for a while.
      return failed(outOfReach(id, path, error));
    }
  };
}

/**
 * The draft in its file with what its windows wrote since. Throws when a folder cannot be read.
 * @param isAsLeft whether this program wrote the file, and nobody anything since
 */
function readState(home: string, shelf: Shelf, id: string, isAsLeft: boolean): Result<DraftState> {
  const path = fileOf(home, shelf, id);
  const file = fileStamp(path);
  const published = readSnapshot(path, id, isAsLeft);
  if (!published.ok) return published;
  const windows = windowsOf(home, shelf, id, published.value);
  const all = merged(published.value, windows) ?? { draft: published.value, lost: 0, apart: [] };
  return done({
    ...all,
    published: published.value,
    windows,
    file: all.draft === published.value ? file : null,
  });
}

/** The newest state of a draft whose file cannot be read, of what its windows wrote; null when there is none. */
export function stateWithoutFile(home: string, id: string): DraftState | null {
  const windows = windowsOf(home, 'drafts', id, null);
  const all = merged(null, windows);
  return all && { ...all, published: null, windows, file: null };
}

/** What the windows of a draft wrote. Throws when the folder cannot be read. */
export function windowsOf(home: string, shelf: Shelf, id: string, published: Draft | null): WindowFiles[] {
  const folder = journalsOf(home, id);
  const same = published && inodeOf(fileOf(home, shelf, id));
  const readDraft = (path: string) =>
    published && inodeOf(path) === same ? done(published) : readSnapshot(path, id);
  const bases = function* () {
    if (published) yield published;
    for (const { path } of snapshotFiles(home, id)) {
      const kept = readSnapshot(path, id);
      if (kept.ok) yield kept.value;
    }
  };
  const old = { snapshot: '', journal: journalOf(home, shelf, id) };
  return [
    windowFiles(id, oneForAll, old, readDraft, bases),
    ...sessionsIn(folder).map((session) => {
      const [snapshot, journal] = [join(folder, `${session}.json`), join(folder, `${session}.journal`)];
      return windowFiles(id, session, { snapshot, journal }, readDraft, bases);
    }),
  ].filter((one) => one !== null);
}

/**
 * What a file that is a draft holds by itself.
 * @param isOurs whether this very program wrote the file
 */
export function readSnapshot(path: string, id: string, isOurs = false): Result<Draft> {
  const text = readDraftText(path);
  if (!text.ok) return text;
  const draft = parseDraft(text.value, path, isOurs);
  return draft.ok && draft.value.id !== id ? failed(otherId(path, draft.value.id)) : draft;
}

const inodeOf = (path: string) => statsOf(path)?.ino;

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
