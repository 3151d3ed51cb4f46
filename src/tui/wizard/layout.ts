import { caretColumn, rowOfCaret, wrap } from '../../text/wrap.ts';
import { geometryOf } from './geometry.ts';
import { type TextBox, textBox } from './looks/field.ts';
import { heightOf } from './looks/looks.ts';
import { rowBox } from './looks/rows.ts';
import { noteBox } from './looks/words.ts';
import type { State } from './state.ts';
import { type Piece, piecesOf } from './view.ts';

/** Where each piece stands on the page, in rows from its beginning. */
export interface Layout {
  pieces: Piece[];
  /** The first row of each piece, after its empty rows. */
  tops: number[];
  heights: number[];
  total: number;
}

const known = new WeakMap<State, Layout>();

export function layoutOf(state: State): Layout {
  const hit = known.get(state);
  if (hit) return hit;
  const pieces = piecesOf(state);
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
  piece: Piece;
  /** Row of the window, counted from its top. */
  at: number;
  height: number;
}

/** The pieces to be drawn. */
export function seenOf(state: State): Seen[] {
  const { pieces, tops, heights } = layoutOf(state);
  const { height } = geometryOf(state.size);
  const from = state.scroll;
  const seen: Seen[] = [];
  for (let index = firstAt(tops, heights, from); index < pieces.length; index++) {
    const piece = pieces[index];
    const top = tops[index] ?? 0;
    if (!piece || top >= from + height) break;
    seen.push({ piece, at: top - from, height: heights[index] ?? 0 });
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
export function boxOf(state: State, piece: Piece): TextBox | null {
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
  const index = pieces.findIndex((piece) => piece.key === state.focus);
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
  const { pieces, tops, heights, total } = layoutOf(state);
  const { height } = geometryOf(state.size);
  const index = pieces.findIndex((piece) => piece.key === state.focus);
  const last = Math.max(0, total - height);
  if (index < 0) return scrolled(state, Math.min(state.scroll, last));
  const caret = caretOf(state);
  const top = tops[index] ?? 0;
  const tall = heights[index] ?? 1;
  const fits = tall + 1 < height;
  let from = fits ? top : (caret?.row ?? top);
  const to = fits ? top + tall : (caret?.row ?? top) + 1;
  // What stands right above belongs to it: a label, a heading, the page's title.
  for (let at = index - 1; fits && at >= 0 && !pieces[at]?.stop && to - (tops[at] ?? 0) < height; at--) {
    from = tops[at] ?? from;
  }
  let { scroll } = state;
  if (to + 1 > scroll + height) scroll = to + 1 - height;
  if (from < scroll) scroll = from;
  return scrolled(state, Math.max(0, Math.min(scroll, last)));
}

const scrolled = (state: State, scroll: number): State =>
  scroll === state.scroll ? state : { ...state, scroll };
