import { type FieldRef, fieldKey } from '../../../review/review.ts';
import { type Focus, focusKey } from '../state/focus.ts';
import type { State } from '../state/state.ts';
import type { Block, Given } from './block.ts';
import { build } from './blocks.ts';
import { offeredReport } from './offered-report.ts';

export type { Block } from './block.ts';

let last: { given: Given; pieces: Block[] } | null = null;

/**
 * The pieces of what is open now, in order. Pieces that did not change are the same objects as before, and so
 * is the whole array: a typed letter changes none of them.
 */
export function blocksOf(state: State): Block[] {
  const { template, page, open, emptied, more, filter, sort } = state;
  const review = state.history.present;
  const offered = offeredReport(state);
  const given: Given = { template, page, open, emptied, more, filter, sort, review, offered };
  const before = last?.given;
  if (
    last &&
    before?.review === given.review &&
    before.page === page &&
    before.open === open &&
    before.emptied === emptied &&
    before.more === more &&
    before.filter === filter &&
    before.sort === sort &&
    before.offered === offered &&
    before.template === template
  ) {
    return last.pieces;
  }
  const pieces = reuse(last?.pieces ?? [], build(given));
  last = { given, pieces };
  return pieces;
}

/** The blocks that can have the focus, in order. */
export const focusableBlocks = (state: State): Block[] => blocksOf(state).filter((piece) => piece.focus);

/** The block that such a focus is on now. */
export function blockAt(state: State, focus: Focus | null): Block | undefined {
  if (!focus) return undefined;
  const key = focusKey(focus);
  return blocksOf(state).find((piece) => piece.focus && piece.key === key);
}

export const focusedBlock = (state: State): Block | undefined => blockAt(state, state.focus);

export const isFocused = ({ focus }: State, block: Block): boolean =>
  focus !== null && block.focus !== null && focusKey(focus) === block.key;

/** The new pieces, with the old objects where nothing changed. */
function reuse(old: Block[], fresh: Block[]): Block[] {
  const known = new Map(old.map((piece) => [piece.key, piece]));
  let same = old.length === fresh.length;
  const pieces = fresh.map((piece, index) => {
    const before = known.get(piece.key);
    const kept = before && alike(before, piece) ? before : piece;
    if (kept !== old[index]) same = false;
    return kept;
  });
  return same ? old : pieces;
}

function alike(one: Block, other: Block): boolean {
  const left = one as unknown as Record<string, unknown>;
  const right = other as unknown as Record<string, unknown>;
  return Object.keys(right).every((name) => {
    if (name === 'focus') return true;
    if (name === 'place') return fieldKey(left.place as FieldRef) === fieldKey(right.place as FieldRef);
    if (name === 'of' || name === 'fields') return JSON.stringify(left[name]) === JSON.stringify(right[name]);
    return left[name] === right[name];
  });
}
