import { caretColumn, rowOfCaret, wrap } from '../../../text/wrap.ts';
import { type Block, blocksOf, isFocused } from '../page/view.ts';
import type { State } from '../state/state.ts';
import { heightOf } from './blocks/blocks.ts';
import { rowBox } from './blocks/entries.ts';
import { type TextBox, textBox } from './blocks/field.ts';
import { noteBox } from './blocks/headings.ts';
import { geometryOf } from './geometry.ts';

/** Where each piece stands on the page, in rows from its beginning. */
export interface Layout {
  pieces: Block[];
  /** The first row of each piece, after its empty rows. */
  tops: number[];
  heights: number[];
  total: number;
}

const known = new WeakMap<State, Layout>();

export function layoutOf(state: State): Layout {
  const hit = known.get(state);
  if (hit) return hit;
  const pieces = blocksOf(state);
  const tops: number[] = [];
  const heights: number[] = [];
  let row = 0;
  for (const piece of pieces) {
    row += piece.gap;
    const height = heightOf(state, piece);
    tops.push(row);
    heights.push(height);
    row += height;
  }
  const layout = { pieces, tops, heights, total: row };
  known.set(state, layout);
  return layout;
}

/** A piece that meets the window: where it begins on the screen (negative: above it). */
export interface Seen {
  piece: Block;
  /** Row of the window, counted from its top. */
  at: number;
  height: number;
  /** Rows of the piece that are not in the window, at its start. */
  from: number;
}

/** Rows at the window's top that the page's title keeps, whatever is scrolled below it. */
const pinned = ({ pieces, heights }: Layout, scroll: number): number =>
  scroll > 0 && pieces[0]?.type === 'title' ? (heights[0] ?? 0) : 0;

/** The pieces to be drawn. */
export function seenOf(state: State): Seen[] {
  const layout = layoutOf(state);
  const { pieces, tops, heights } = layout;
  const { height } = geometryOf(state.size);
  const { scroll } = state;
  const pin = pinned(layout, scroll);
  const title = pieces[0];
  const seen: Seen[] = pin > 0 && title ? [{ piece: title, at: 0, height: pin, from: 0 }] : [];
  for (let index = firstAt(tops, heights, scroll + pin); index < pieces.length; index++) {
    const piece = pieces[index];
    const at = (tops[index] ?? 0) - scroll;
    if (!piece || at >= height) break;
    seen.push({ piece, at, height: heights[index] ?? 0, from: Math.max(0, pin - at) });
  }
  return seen;
}

/** The first piece whose end is below a row: by halving, as there may be thousands. */
function firstAt(tops: number[], heights: number[], row: number): number {
  let low = 0;
  let high = tops.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) + (heights[middle] ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the text of a piece stands within it. */
export function boxOf(state: State, piece: Block): TextBox | null {
  switch (piece.type) {
    case 'field':
      return textBox(state, piece);
    case 'row':
    case 'item':
      return rowBox(state, piece);
    case 'note':
      return noteBox(state);
    default:
      return null;
  }
}

/** The caret's row and column on the page; null where no text is typed. */
export function caretOf(state: State): { row: number; column: number } | null {
  const { buffer } = state;
  if (!buffer) return null;
  const { pieces, tops } = layoutOf(state);
  const index = pieces.findIndex((piece) => isFocused(state, piece));
  const piece = pieces[index];
  const box = piece && boxOf(state, piece);
  if (!box) return null;
  const rows = wrap(buffer.text, box.width);
  const row = rowOfCaret(rows, buffer.caret);
  return {
    row: (tops[index] ?? 0) + box.y + row,
    column: box.x + caretColumn(buffer.text, rows, buffer.caret),
  };
}

/** Scrolls so far that the focus (its caret, in long text) is on the screen, and no further. */
export function keepVisible(state: State): State {
  const layout = layoutOf(state);
  const { pieces, tops, heights, total } = layout;
  const { height } = geometryOf(state.size);
  const pin = pinned(layout, 1);
  const index = pieces.findIndex((piece) => isFocused(state, piece));
  const last = Math.max(0, total - height);
  if (index < 0) return scrolled(state, Math.min(state.scroll, last));
  const caret = caretOf(state);
  const top = tops[index] ?? 0;
  const tall = heights[index] ?? 1;
  const fits = tall + 1 < height - pin;
  let from = fits ? top : (caret?.row ?? top);
  const to = fits ? top + tall : (caret?.row ?? top) + 1;
  // What stands right above belongs to it: a label, a heading, the page's title.
  for (
    let at = index - 1;
    fits && at >= 0 && !pieces[at]?.focus && to - (tops[at] ?? 0) < height - pin;
    at--
  ) {
    from = tops[at] ?? from;
  }
  let { scroll } = state;
  if (to + 1 > scroll + height) scroll = to + 1 - height;
  if (from < scroll + pin) scroll = Math.min(scroll, from - pin);
  return scrolled(state, Math.max(0, Math.min(scroll, last)));
}

/** Scrolls so that the focus stays where it was on the screen, when rows came or went above it. */
export function keepInPlace(before: State, after: State): State {
  const [was, is] = [focusRow(before), focusRow(after)];
  if (was === null || is === null || is === was) return keepVisible(after);
  return keepVisible(scrolled(after, Math.max(0, after.scroll + is - was)));
}

/** The row of the page that the focus is in; null where nothing on the page has it. */
function focusRow(state: State): number | null {
  const { pieces, tops } = layoutOf(state);
  const index = pieces.findIndex((piece) => isFocused(state, piece));
  return index < 0 ? null : (tops[index] ?? 0);
}

const scrolled = (state: State, scroll: number): State =>
  scroll === state.scroll ? state : { ...state, scroll };
