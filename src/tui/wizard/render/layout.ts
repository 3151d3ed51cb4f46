import { caretColumn, rowOfCaret, wrap } from '../../../text/wrap.ts';
import { type Block, blocksOf, focusedIndex } from '../page/view.ts';
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
export const pinned = ({ pieces, heights }: Layout, scroll: number): number =>
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
  const index = focusedIndex(state);
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
