import { existsSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { done, type Failure, failed, type Result } from '../../failure.ts';
import { journalOf, journalsOf, trashDays } from '../files/folder.ts';
import type { WindowFiles } from '../journal/windows.ts';
import { isApart, oneForAll, sessionsIn } from '../journal/windows.ts';
import { isGone, isNear, type Window } from '../lock/window.ts';

import { notSaved } from '../store/refusals.ts';
import type { DraftStore } from '../store/store.ts';
import { keepCopyOf } from './copies.ts';

/** What was found of windows that are gone. */
interface Found {
  /** Drafts made of what the draft does not hold. */
  copies: { id: string; who: string }[];
  /** Journals that could not be read to their end, and where they are kept. */
  unusable: string[];
}

/**
 * Whether windows that are gone left files: then the draft is to be saved, and `settleGone` to be called.
 * @param own the session of the window that asks: the draft is not read where no other one has files
 */
export function hasGone(
  drafts: DraftStore,
  id: string,
  now: Date,
  { own = '', ended = isGone }: { own?: string; ended?: (window: Window) => boolean } = {},
): boolean {
  if (isOnly(drafts.home, id, own)) return false;
  const state = drafts.look(id);
  if (!state.ok) return false;
  return state.value.windows.some((one) => isOver(one, now, ended) || isAway(one, state.value.apart));
}

function isOnly(home: string, id: string, own: string): boolean {
  try {
    const isOld = existsSync(journalOf(home, 'drafts', id));
    return !isOld && sessionsIn(journalsOf(home, id)).every((session) => session === own);
  } catch {
    return false;
  }
}

/**
 * Makes drafts of what windows that are gone did and the draft's file does not hold, and takes their files away. What
 * cannot be done stays as it is for the next start.
 * @param ended whether a window of this machine is gone
 */
export function settleGone(drafts: DraftStore, id: string, now: Date, ended = isGone): Result<Found> {
  const state = drafts.look(id);
  if (!state.ok) return state;
  const found: Found = { copies: [], unusable: [] };
  const problems: Failure[] = [];
  for (const one of state.value.windows) {
    const over = isOver(one, now, ended);
    if (!over && !isAway(one, state.value.apart)) continue;
    try {
      const whole = one.restored();
      // What counts is what the draft's file holds by itself, now that it is written.
      const { published } = state.value;
      if (whole && published && one.sequence !== null && isApart(one, published)) {
        const from = { session: one.session, position: one.sequence };
        const copy = keepCopyOf(drafts, whole.draft, from, now);
        if (!copy.ok) {
          problems.push(...copy.failures);
          continue;
        }
        found.copies.push({ id: copy.value, who: one.window?.terminal ?? '' });
      }
      if (over) found.unusable.push(...removed(one, whole ? whole.lost : one.lines, now));
    } catch (error) {
      problems.push(notSaved(drafts.home, id, error));
    }
  }
  try {
    rmdirSync(journalsOf(drafts.home, id));
  } catch {
    // Others have files there.
  }
  return problems.length > 0 ? failed(...problems) : done(found);
}

/** Takes a window's files away, but for a journal with lines that cannot be used; gives where that is kept. */
function removed({ files }: WindowFiles, lost: number, now: Date): string[] {
  const unusable: string[] = [];
  for (const file of files) {
    if (lost > 0 && file.endsWith('.journal')) {
      const aside = `${file}.${now.getTime()}.aside`;
      renameSync(file, aside);
      unusable.push(aside);
    } else rmSync(file, { force: true });
  }
  return unusable;
}

const day = 24 * 60 * 60 * 1000;

/** Whether nobody will write to its files any more. Of another machine that is only said of those left for long. */
function isOver(
  { session, window, files }: WindowFiles,
  now: Date,
  ended: (window: Window) => boolean,
): boolean {
  if (session === oneForAll) return true;
  if (window && isNear(window)) return ended(window);
  return files.every((file) => now.getTime() - statSync(file).mtimeMs > trashDays * day);
}

/** Whether it is on another machine, and did what the draft does not hold: a copy of that can be had meanwhile. */
const isAway = (one: WindowFiles, apart: WindowFiles[]): boolean =>
  one.window !== null && !isNear(one.window) && apart.includes(one);
