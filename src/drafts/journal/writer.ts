import { existsSync } from 'node:fs';
import { done, failed, type Result } from '../../failure.ts';
import type { Change, History } from '../../review/history/history.ts';
import type { Draft, Position } from '../format/draft.ts';
import { journalOf } from '../store/folder.ts';
import { notSaved } from '../store/refusals.ts';
import { generationFiles, keepGeneration } from '../store/snapshots.ts';
import type { DraftStore } from '../store/store.ts';
import { type Journal, openJournal } from './journal-file.ts';
import { beginning } from './journal-lines.ts';
import { withHistory } from './replay.ts';

/** What has become of a draft that is open: as it is to be saved, with the steps to and fro. */
interface Now {
  draft: Draft;
  history: History;
}

/** Keeps a draft that is open safe: every change in its journal at once, the whole of it now and then. */
export interface Keeper {
  /** To be called before the change is shown. After a failure `save` is due. */
  note(changes: Change[], position: Position | null, worked: number): Result<void>;
  /** More was done at once than can be noted: `save` is due now, and nothing is noted before it. */
  leap(): void;
  /** Puts the whole draft in its file. */
  save(now: Now): Result<void>;
  /**
   * Puts the draft that was taken from one that stood still in files of which that one has none open: whatever it
   * was writing when it was stopped, it does not write it here when it goes on.
   */
  fence(now: Now): Result<void>;
  /** Where a file was moved that stood in the journal's place and was no good. */
  aside(): string | null;
  /** The draft is closed; all of it was saved. */
  close(): void;
}

/** A generation is kept, and the journal begun anew, after so many milliseconds of editing. */
const generationEvery = 10 * 60 * 1000;
/** A journal that is longer, in bytes, is begun anew: whoever opens the draft has to read it. */
const longJournal = 1024 * 1024;

/** @param held whether the draft is ours to write still */
export function openKeeper(
  drafts: DraftStore,
  draft: Draft,
  now: () => Date,
  held: () => boolean = () => true,
): Keeper {
  const { home } = drafts;
  const { id } = draft;
  const sure = () => {
    if (!held()) throw new Error('belongs to another window, which has taken the draft over');
  };
  const journal: Journal = openJournal(journalOf(home, 'drafts', id), id, draft.journal ?? beginning, sure);
  let first = true;

  /** Each once in a while, and none of them a reason to call the draft unsaved: the next save tries again. */
  function settle(afresh: boolean): void {
    try {
      const newest = generationFiles(home, id)[0]?.at ?? 0;
      const due =
        afresh ||
        // Taken away, it is a file without a name that nobody reads.
        (journal.size() > 0 && !existsSync(journalOf(home, 'drafts', id))) ||
        Math.abs(now().getTime() - newest) > generationEvery ||
        journal.size() > longJournal;
      if (due) keepGeneration(home, id, now());
      // From the newest generation on the journal tells everything: the draft's own file may be lost.
      journal.saved(due);
    } catch {
      // The draft itself is saved.
    }
  }

  function save({ draft: newest, history }: Now, afresh = false): Result<void> {
    if (first) tryTo(() => keepGeneration(home, id, now()));
    const mark = journal.mark();
    const whole = { ...withHistory(newest, history), ...(mark.sequence > 0 ? { journal: mark } : {}) };
    const saved = drafts.save(whole, sure);
    if (!saved.ok) return saved;
    first = false;
    settle(afresh);
    return saved;
  }

  return {
    aside: journal.aside,
    note(changes, position, worked) {
      try {
        journal.append({
          at: now().toISOString(),
          worked: Math.round(worked * 10) / 10,
          ...(changes.length > 0 ? { changes } : {}),
          ...(position ? { position } : {}),
        });
        return done(undefined);
      } catch (error) {
        return failed(notSaved(home, id, error));
      }
    },
    leap: journal.leap,
    save: (newest) => save(newest),
    fence: (newest) => save(newest, true),
    close: journal.close,
  };
}

function tryTo(work: () => void): void {
  try {
    work();
  } catch {
    // A full disk keeps no earlier states; the draft itself is more.
  }
}
