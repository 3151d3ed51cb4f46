import { caretColumn, rowOfCaret, wrap } from '../../../text/wrap.ts';
import { type Block, blocksOf, focusedIndex } from '../page/view.ts';
import { shownProblems } from '../state/problems.ts';
import type { State } from '../state/state.ts';
import { heightOf } from './blocks/blocks.ts';
import { rowBox } from './blocks/entries.ts';
import { type TextBox, textBox } from './blocks/field.ts';
import { noteBox } from './blocks/headings.ts';
import { geometryOf } from './geometry.ts';

/** Where each block stands on the page, in rows from its beginning. */
export interface Layout {
  blocks: Block[];
  /** The first row of each block, after its empty rows. */
  tops: number[];
  heights: number[];
  total: number;
}

const known = new WeakMap<State, Layout>();

export function layoutOf(state: State): Layout {
  const hit = known.get(state);
  if (hit) return hit;
  const blocks = blocksOf(state);
  const tops: number[] = [];
  const heights: number[] = [];
  let row = 0;
  const { ruled } = geometryOf(state.size);
  const before = heightsBefore(state, blocks);
  for (const [index, block] of blocks.entries()) {
    // Small screens begin without an empty row.
    if (ruled || index > 0) row += block.gap;
    const height = (block.type === 'issue' && before?.[index]) || heightOf(state, block);
    tops.push(row);
    heights.push(height);
    row += height;
  }
  const layout = { blocks, tops, heights, total: row };
  known.set(state, layout);
  last = { state, layout };
  return layout;
}

let last: { state: State; layout: Layout } | null = null;

/** The heights that the same issues had the last time: there may be thousands, and a key in their list changes none. */
function heightsBefore(state: State, blocks: Block[]): number[] | null {
  if (last?.layout.blocks !== blocks) return null;
  const { state: before } = last;
  const same =
    before.size === state.size &&
    before.history.present.issues === state.history.present.issues &&
    shownProblems(before) === shownProblems(state);
  return same ? last.layout.heights : null;
}

/** The state with another row of the page at the top: that changes nothing of where its blocks stand. */
export function scrolledTo(state: State, scroll: number): State {
  if (scroll === state.scroll) return state;
  const next = { ...state, scroll };
  known.set(next, layoutOf(state));
  return next;
}

/** A block that meets the window: where it begins on the screen (negative: above it). */
export interface Seen {
  block: Block;
  /** Row of the window, counted from its top. */
  at: number;
  height: number;
  /** Rows of the block that are not in the window, at its start. */
  from: number;
}

/** The blocks to be drawn. */
export function seenOf(state: State): Seen[] {
  const { blocks, tops, heights } = layoutOf(state);
  const { height } = geometryOf(state.size);
  const { scroll } = state;
  const seen: Seen[] = [];
  for (let index = firstAt(tops, heights, scroll); index < blocks.length; index++) {
    const block = blocks[index];
    const at = (tops[index] ?? 0) - scroll;
    if (!block || at >= height) break;
    seen.push({ block, at, height: heights[index] ?? 0, from: Math.max(0, -at) });
  }
  return seen;
}

/** The first block whose end is below a row: by halving, as there may be thousands. */
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

/** Where the text of a block stands within it. */
export function boxOf(state: State, block: Block): TextBox | null {
  switch (block.type) {
    case 'field':
      return textBox(state, block);
    case 'row':
    case 'item':
      return rowBox(state, block);
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
  const { blocks, tops } = layoutOf(state);
  const index = focusedIndex(state);
  const block = blocks[index];
  const box = block && boxOf(state, block);
  if (!box) return null;
  const rows = wrap(buffer.text, box.width);
  const row = rowOfCaret(rows, buffer.caret);
  return {
    row: (tops[index] ?? 0) + box.y + row,
    column: box.x + caretColumn(buffer.text, rows, buffer.caret),
  };
}
