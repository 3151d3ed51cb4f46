import { focusedIndex } from '../page/view.ts';
import { sameFocus } from '../state/focus.ts';
import type { State } from '../state/state.ts';
import { geometryOf } from './geometry.ts';
import { caretOf, layoutOf, scrolledTo } from './layout.ts';

/**
 * A state as it is to be shown: with the focus on the screen. What comes from elsewhere (the checks, the repository)
 * while nobody presses a key may take rows above the focus, or give them back: the focus stays where it was then.
 */
export const scrolledAfter = (before: State, after: State): State =>
  isUntouched(before, after) ? keepInPlace(before, after) : keepVisible(after);

/** Whether no key changed what the page is made of, or where on it one is. */
const isUntouched = (before: State, after: State): boolean =>
  before.history === after.history &&
  before.buffer === after.buffer &&
  before.page === after.page &&
  before.open === after.open &&
  before.more === after.more &&
  before.sort === after.sort &&
  before.filter === after.filter &&
  before.size === after.size &&
  before.scroll === after.scroll &&
  sameFocus(before.focus, after.focus);

/** Scrolls so far that the focus (its caret, in long text) is on the screen, and no further. */
export function keepVisible(state: State): State {
  const { blocks, tops, heights, total } = layoutOf(state);
  const { height } = geometryOf(state.size);
  const index = focusedIndex(state);
  const last = Math.max(0, total - height);
  if (index < 0) return scrolledTo(state, Math.min(state.scroll, last));
  const caret = caretOf(state);
  const top = tops[index] ?? 0;
  const tall = heights[index] ?? 1;
  const fits = tall + 1 < height;
  let from = fits ? top : (caret?.row ?? top);
  const to = fits ? top + tall : (caret?.row ?? top) + 1;
  // What stands right above belongs to it: a label, a heading.
  for (let at = index - 1; fits && at >= 0 && !blocks[at]?.focus && to - (tops[at] ?? 0) < height; at--) {
    from = tops[at] ?? from;
  }
  let { scroll } = state;
  if (to + 1 > scroll + height) scroll = to + 1 - height;
  if (from < scroll) scroll = Math.min(scroll, from);
  return scrolledTo(state, Math.max(0, Math.min(scroll, last)));
}

/** Scrolls so that the focus stays where it was on the screen, when rows came or went above it. */
function keepInPlace(before: State, after: State): State {
  const [was, is] = [focusRow(before), focusRow(after)];
  if (was === null || is === null || is === was) return keepVisible(after);
  return keepVisible(scrolledTo(after, Math.max(0, after.scroll + is - was)));
}

/** The row of the page that the focus is in; null where nothing on the page has it. */
function focusRow(state: State): number | null {
  const { tops } = layoutOf(state);
  const index = focusedIndex(state);
  return index < 0 ? null : (tops[index] ?? 0);
}
