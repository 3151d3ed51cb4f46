import { memo, memoLast } from '../../../memo.ts';
import { type FieldRef, fieldKey } from '../../../review/review.ts';
import { type Focus, focusKey } from '../state/focus.ts';
import type { State } from '../state/state.ts';
import type { Block, Given } from './block.ts';
import { build } from './blocks.ts';
import { offeredReport } from './offers/offered-report.ts';

export type { Block } from './block.ts';

/**
 * The blocks of what is open now, in order. Blocks that did not change are the same objects as before, and so
 * is the whole array: a typed letter changes none of them.
 */
export const blocksOf = memo((state: State): Block[] => {
  const { template, history, page, open, emptied, more, filter, sort } = state;
  const offered = offeredReport(state);
  return made(template, history.present, page, open, emptied, more, filter, sort, offered);
});

const made = memoLast(
  (
    before: Block[] | null,
    template: Given['template'],
    review: Given['review'],
    page: Given['page'],
    open: Given['open'],
    emptied: Given['emptied'],
    more: Given['more'],
    filter: Given['filter'],
    sort: Given['sort'],
    offered: Given['offered'],
  ) => reuse(before ?? [], build({ template, review, page, open, emptied, more, filter, sort, offered })),
);

/** The blocks that can have the focus, in order. */
export const focusableBlocks = (state: State): Block[] => focusable(blocksOf(state));

const focusable = memo((blocks: Block[]): Block[] => blocks.filter((block) => block.focus));

/** The block that such a focus is on now. */
export const blockAt = (state: State, focus: Focus | null): Block | undefined =>
  blocksOf(state)[indexAt(blocksOf(state), focus)];

/** Where the block of a focus is among others; -1 where it is not. */
const indexAt = (blocks: Block[], focus: Focus | null): number =>
  (focus ? indexes(blocks).get(focusKey(focus)) : undefined) ?? -1;

/** Where each block is, by its key: there may be thousands, and every key asks for one. */
const indexes = memo(
  (blocks: Block[]) => new Map(Array.from(blocks.entries(), ([at, { key }]) => [key, at])),
);

export const focusedBlock = (state: State): Block | undefined => blocksOf(state)[focusedIndex(state)];

/** The index of the block that has the focus among those of what is open; -1 when none has it. Every key asks for it. */
export const focusedIndex = memo((state: State): number => indexAt(blocksOf(state), state.focus));

export const isFocused = ({ focus }: State, block: Block): boolean =>
  focus !== null && block.focus !== null && focusKey(focus) === block.key;

/** The new blocks, with the old objects where nothing changed. */
function reuse(old: Block[], fresh: Block[]): Block[] {
  const known = new Map(old.map((block) => [block.key, block]));
  let same = old.length === fresh.length;
  const blocks = fresh.map((block, index) => {
    const before = known.get(block.key);
    const kept = before && alike(before, block) ? before : block;
    if (kept !== old[index]) same = false;
    return kept;
  });
  return same ? old : blocks;
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
