import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn } from '../../files/read.ts';
import { isRunning } from '../../files/running.ts';
import { unfinished } from '../../files/write.ts';
import { snapshotsOf } from '../files/snapshots.ts';
import type { Draft } from '../format/draft.ts';
import { readDraftText } from '../format/draft-text.ts';
import { parseDraft } from '../format/parse.ts';
import { historyOf } from '../journal/replay.ts';
import type { DraftStore } from '../store/store.ts';
import { keepCopy } from './copies.ts';

/** A write takes a moment: what is older than this, in milliseconds, is nobody's any more. */
const longest = 60 * 60 * 1000;
/** The same for a file that does not say whose it is. */
const longestNameless = 60 * 1000;

/**
 * Takes away what processes that have ended were writing when they ended. A whole draft among it that no draft holds
 * is kept as one.
 * @param open the draft that is open, whose snapshots are looked through as well
 * @returns the ids of the drafts made so
 */
export function settleUnfinished(drafts: DraftStore, now: Date, open?: string): string[] {
  const { home } = drafts;
  const journals = join(home, 'journals');
  const folders = [
    ...['drafts', 'trash', 'templates'].map((name) => join(home, name)),
    ...namesOf(journals).map((name) => join(journals, name)),
    ...(open === undefined ? [] : [snapshotsOf(home, open)]),
  ];
  return folders
    .flatMap((folder) => namesOf(folder).map((name) => ({ name, path: join(folder, name) })))
    .filter(({ name, path }) => isLeft(name, path, now))
    .flatMap(({ path }) => {
      const made = keptOf(drafts, path, now);
      if (made !== 'failed') rmSync(path, { force: true });
      return made === null || made === 'failed' ? [] : [made];
    });
}

function isLeft(name: string, path: string, now: Date): boolean {
  const process = unfinished(name);
  if (process === null) return false;
  try {
    const age = Math.abs(now.getTime() - statSync(path).mtimeMs);
    return process === 0 ? age > longestNameless : !isRunning(process) || age > longest;
  } catch {
    return false;
  }
}

/** The draft that an unfinished file was kept as; null when it holds nothing that no draft holds. */
function keptOf(drafts: DraftStore, path: string, now: Date): string | null | 'failed' {
  const text = readDraftText(path);
  const read = text.ok ? parseDraft(text.value, path) : text;
  if (!read.ok || isHeld(drafts, read.value)) return null;
  const draft = read.value;
  if (!drafts.has(draft.id)) return drafts.save(draft).ok ? draft.id : 'failed';
  const copy = keepCopy(drafts, { draft, history: historyOf(draft), from: null }, now);
  return copy.ok ? copy.value : 'failed';
}

/** Whether the draft has been at least as far; of one in the trash all is in the trash. */
function isHeld(drafts: DraftStore, { id, turn = 0, journal, review }: Draft): boolean {
  const there = drafts.look(id);
  if (!there.ok) return drafts.has(id);
  const { draft } = there.value;
  const isOlder =
    turn < (draft.turn ?? 0) ||
    (turn === (draft.turn ?? 0) && (journal?.sequence ?? 0) <= (draft.journal?.sequence ?? 0));
  return isOlder || JSON.stringify(review) === JSON.stringify(draft.review);
}

/** None where a folder cannot be read: whoever lists it says so. */
function namesOf(folder: string): string[] {
  try {
    return namesIn(folder);
  } catch {
    return [];
  }
}
