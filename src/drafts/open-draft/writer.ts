import { existsSync, linkSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { done, failed, type Result } from '../../failure.ts';
import { atOnce, type Steps } from '../../files/steps.ts';
import { makePrivateFolder, writeWhole } from '../../files/write.ts';
import type { Change, History } from '../../review/history/history.ts';
import { fileOf, journalOf, journalsOf } from '../files/folder.ts';
import { keepSnapshot, snapshotFiles } from '../files/snapshots.ts';
import { fileStamp } from '../files/stamp.ts';
import type { Draft, Position } from '../format/draft.ts';
import { openJournal } from '../journal/journal-file.ts';
import { beginning, type Mark } from '../journal/journal-lines.ts';
import { withHistory } from '../journal/replay.ts';
import { lastHeld, sessionsIn } from '../journal/windows.ts';
import type { Window } from '../lock/window.ts';
import { notSaved } from '../store/refusals.ts';
import type { DraftStore } from '../store/store.ts';

/** What has become of a draft that is open: as it is to be saved, with its undo groups. */
interface Now {
  draft: Draft;
  history: History;
}

/** Keeps what a window does to a draft: every change in its own journal at once, the whole of it now and then. */
export interface Writer {
  readonly session: string;
  /** To be called before the change is shown. What could not be noted is to be given again with the next change. */
  note(changes: Change[], position: Position | null, worked: number): Result<void>;
  /** More was done at once than can be noted: `save` is due now, and nothing is noted before it. */
  leap(): void;
  /** Saves the whole draft. 'apart': in the window's own file only, as the draft is another window's by now. */
  save(now: Now): Result<'published' | 'apart'>;
  /**
   * The same in steps, while more may be noted. Given up before its end, nothing is saved; to be given up before any other
   * of these is called but `note`.
   */
  saving(now: Now): Steps<Result<'published' | 'apart'>>;
  /** The number of its last line or snapshot; 0 when it did nothing yet. */
  position(): number;
  /** Whether no other window has done anything to the draft since this one read it. */
  isAlone(): boolean;
  /** Closes the window's files. They go when the draft's file holds all of them and no other window could replace that. */
  close(): void;
  /** Removes the window's files: all that they hold is in another draft. */
  discard(): void;
}

/** A snapshot is kept, and the journal begun anew, after so many milliseconds of editing. */
const snapshotEvery = 10 * 60 * 1000;
/** A journal that is longer, in bytes, is begun anew: whoever opens the draft has to read it. */
const longJournal = 1024 * 1024;

interface Opened {
  draft: Draft;
  /** What the draft's file was when it was read, where that holds all of the draft; else null. */
  file: string | null;
}

/**
 * @param isOurs whether the draft is this window's to write, so that its file may be replaced
 */
export function openWriter(
  drafts: DraftStore,
  { draft, file }: Opened,
  window: Window,
  now: () => Date,
  isOurs: () => boolean = () => true,
): Writer {
  const { home } = drafts;
  const { id } = draft;
  const { session } = window;
  const published = fileOf(home, 'drafts', id);
  const folder = journalsOf(home, id);
  const own = { snapshot: join(folder, `${session}.json`), journal: join(folder, `${session}.journal`) };
  const turn = (draft.turn ?? 0) + 1;
  const base = draft.journal ?? beginning;
  const held = heldOfOthers();
  const journal = openJournal(own.journal, id, base, { window, turn, journals: held });
  /** What the draft's file was when this window last read or wrote it. */
  let known = file ?? fileStamp(published);
  let pinned = false;
  /** Whether something was done that is not in the journal. */
  let behind = false;
  /** Up to where the draft was last saved, by the check of that line. */
  let savedUpTo: string | null = null;
  let did = false;

  /** The journal comes first: it says whose these files are. */
  function begin(): void {
    // A home that is gone is not made again: its disk may be another one now.
    if (existsSync(home)) makePrivateFolder(folder);
    journal.begin();
  }

  /** Makes the state that the journal follows a file of the window's own, which no other window replaces. */
  function pin(): void {
    if (pinned) return;
    if (file === null || !linked()) writeWhole(own.snapshot, JSON.stringify(draft), { mode: 0o600 });
    pinned = true;
  }

  function linked(): boolean {
    try {
      linkSync(published, own.snapshot);
      if (fileStamp(own.snapshot) === file) return true;
      rmSync(own.snapshot);
    } catch {
      // Not every file system has links.
    }
    return false;
  }

  const isCurrent = () => [known, ''].includes(fileStamp(published));

  function* saving(
    { draft: newest, history }: Now,
    write: DraftStore['saving'],
  ): Steps<Result<'published' | 'apart'>> {
    try {
      begin();
      if (savedUpTo === null) tryTo(() => keepSnapshot(home, id, now()));
      const mark = behind ? journal.beyond() : journal.mark();
      const isOwn = behind || mark.sequence !== base.sequence;
      const journals = { ...held, ...(isOwn ? { [session]: mark.sequence } : {}) };
      const whole = { ...withHistory(newest, history), journal: mark, turn, journals };
      const wasBehind = behind;
      const result = yield* write(whole, {
        file: own.snapshot,
        mayPublish: () => isOurs() && isCurrent(),
      });
      if (!result.ok) return result;
      pinned = true;
      did = true;
      if (wasBehind) behind = false;
      savedUpTo = mark.check;
      if (result.value === 'published') known = fileStamp(published);
      settle(mark, wasBehind, result.value === 'published');
      return result;
    } catch (error) {
      return failed(notSaved(home, id, error));
    }
  }

  /**
   * What the draft holds of other windows: all of it matters for as long as any of them has files, and else who wrote
   * the last of it. The journal begins with it, so that every save of this window says the same, also when those files
   * are gone by then: a draft that held less than the window's own journal says would look like another one.
   */
  function heldOfOthers(): Record<string, number> {
    try {
      const isAlone = sessionsIn(folder).length === 0 && !existsSync(journalOf(home, 'drafts', id));
      return isAlone ? lastHeld(draft) : (draft.journals ?? {});
    } catch {
      return draft.journals ?? {};
    }
  }

  /** Each once in a while, and none of them a reason to call the draft unsaved: the next save tries again. */
  function settle(mark: Mark, isBehind: boolean, isPublished: boolean): void {
    // Taken away, it is a file without a name that nobody reads.
    const isGone = journal.size() > 0 && !existsSync(own.journal);
    const isBroken = isBehind || journal.isStuck() || isGone;
    if (!isBroken && !isLong()) return;
    // From the newest snapshot on the journal tells everything: the draft's own file may be lost.
    const isKept = !isPublished || tryTo(() => keepSnapshot(home, id, now()));
    // What was noted while the draft was being saved stands in the journal only.
    const isAll = isBehind || journal.mark().check === mark.check;
    // A broken one is begun anew in any case: what is noted next would follow lines that lead to nothing.
    if (isAll && (isBroken || (isKept && journal.size() > 0))) tryTo(() => journal.restart(mark));
  }

  /** Whether it is time for a snapshot, and for a journal that begins there. */
  function isLong(): boolean {
    let newest = 0;
    tryTo(() => {
      newest = snapshotFiles(home, id)[0]?.at ?? 0;
    });
    return Math.abs(now().getTime() - newest) > snapshotEvery || journal.size() > longJournal;
  }

  function close(): void {
    journal.close();
    tryTo(() => {
      if (behind || savedUpTo !== journal.mark().check || !isOurs() || !isCurrent()) return;
      keepSnapshot(home, id, now());
      // Another window may be about to replace the draft's file: it made its own files before it looked whether it may.
      if (sessionsIn(folder).every((one) => one === session)) remove();
    });
  }

  function remove(): void {
    for (const path of Object.values(own)) rmSync(path, { force: true });
    tryTo(() => rmdirSync(folder));
    tryTo(() => rmdirSync(dirname(folder)));
  }

  return {
    session,
    isAlone() {
      const now = drafts.look(id);
      return !now.ok || (now.value.draft.journal?.check ?? '') === journal.mark().check;
    },
    note(changes, position, worked) {
      try {
        if (!pinned) begin();
        pin();
        journal.append({
          at: now().toISOString(),
          worked: Math.round(worked * 10) / 10,
          ...(changes.length > 0 ? { changes } : {}),
          ...(position ? { position } : {}),
        });
        behind = false;
        did = true;
        return done(undefined);
      } catch (error) {
        behind = true;
        return failed(notSaved(home, id, error));
      }
    },
    leap() {
      behind = true;
    },
    save: (now) =>
      atOnce(
        // biome-ignore lint/correctness/useYield: all of it is one step.
        saving(now, function* (draft, through) {
          return drafts.save(draft, through);
        }),
      ),
    saving: (now) => saving(now, drafts.saving),
    position: () => (did ? journal.mark().sequence : 0),
    close,
    discard() {
      journal.close();
      tryTo(remove);
    },
  };
}

/** Whether it could be done. If not, what was done before stays in the draft and in the window's own files. */
function tryTo(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
