import type { Template } from '../../template/template.ts';
import { besideDraft } from '../files/folder.ts';
import { snapshotFiles } from '../files/snapshots.ts';
import type { Draft } from '../format/draft.ts';
import { historyOf } from '../journal/replay.ts';
import { whileFree } from '../lock/lock.ts';
import { isGone, isNear } from '../lock/window.ts';
import { readSnapshot } from '../store/read-draft.ts';
import type { DraftStore } from '../store/store.ts';
import { deleteForGood } from '../store/trash.ts';

/**
 * Whether nothing was ever done in a draft: it holds what older versions of the program put into a new review, and no
 * more. What was done and undone was done; a report that was read, or a review that is followed up on, is something.
 */
function isUntouched(draft: Draft, template: Template): boolean {
  const { review, made, edited, written, readFrom, reading, previous } = draft;
  if (made !== edited || written || readFrom || reading || previous) return false;
  const { past, future } = historyOf(draft);
  if (past.length > 0 || future.length > 0) return false;
  const { issues, items, notes, answers, ...others } = review;
  return (
    issues.length === 0 &&
    Object.values(items).every((all) => all.length === 0) &&
    Object.keys(notes).length === 0 &&
    Object.keys(answers).every((field) => template.fields[field]?.suggest !== undefined) &&
    Object.values(others).every((one) => Array.isArray(one) && one.length === 0)
  );
}

/**
 * Deletes a draft in which nothing was ever done, unless another window has it open or anything else was kept of it:
 * an earlier state, what a window of another machine did, a file that cannot be read. Gives whether it is gone.
 * @param ended whether a window of this machine is gone
 */
export function dropUntouched(
  drafts: DraftStore,
  id: string,
  template: Template,
  now: () => Date,
  ended = isGone,
): boolean {
  try {
    const free = whileFree(drafts.home, id, now, () => {
      if (!isNothing(drafts, id, template, ended)) return false;
      deleteForGood(drafts.home, 'drafts', id);
      return true;
    });
    return 'done' in free && free.done;
  } catch {
    // What cannot be looked at or deleted stays for another time.
    return false;
  }
}

function isNothing(drafts: DraftStore, id: string, template: Template, ended: typeof isGone): boolean {
  const { home } = drafts;
  const state = drafts.look(id);
  if (!state.ok) return false;
  const { draft, lost, apart, windows } = state.value;
  return (
    isUntouched(draft, template) &&
    lost === 0 &&
    apart.length === 0 &&
    besideDraft(home, id).length === 0 &&
    windows.every(({ window }) => window !== null && isNear(window) && ended(window)) &&
    snapshotFiles(home, id)
      .map(({ path }) => readSnapshot(path, id))
      .every((one) => one.ok && isUntouched(one.value, template))
  );
}
