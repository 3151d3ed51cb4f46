import { hasGone, settleGone } from '../../../../drafts/open-draft/gone-windows.ts';
import type { DraftStore } from '../../../../drafts/store/store.ts';
import { settleLeftBehind } from '../../../left-behind.ts';
import { foundWords } from './lock-words.ts';

/**
 * Looks through what programs left that are gone, so that the draft's file holds it, or another draft does.
 * @param own the session of this window
 * @param save saves the draft that is open, as its file is to hold what its other windows did; false when it cannot
 * @returns what to say of it; null when there is nothing to say
 */
export function settleWindows(
  drafts: DraftStore,
  id: string,
  own: string,
  now: Date,
  save: () => boolean,
): string | null {
  const left = settleLeftBehind(drafts, now, id);
  const found = hasGone(drafts, id, now, { own }) && save() ? settleGone(drafts, id, now) : null;
  const words = [left, found?.ok ? foundWords(found.value) : null].filter((one) => one !== null);
  return words.length > 0 ? words.join(' ') : null;
}
