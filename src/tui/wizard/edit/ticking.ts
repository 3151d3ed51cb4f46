import type { Answer, ChecklistItem } from '../../../fields/value.ts';
import { answerAt, type FieldRef } from '../../../review/review.ts';
import { focusAt, focusOn, step } from '../navigation/navigate.ts';
import { suggestedToolAt } from '../page/offers/suggested-tool.ts';
import { withBuffer } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import { answer } from '../state/commit.ts';
import { itemsOf } from '../state/lookup.ts';
import { promptOverlay } from '../state/overlay.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';
import { reasonGroup } from './not-applicable.ts';
import { answerOf } from './typing.ts';

type ItemBlock = Extract<Block, { type: 'item' }>;

const isOwn = (block: ItemBlock, item: ChecklistItem): boolean =>
  block.field.editable === true ||
  !(block.field.lines ?? []).some((line) => line.replace(/^\s*[-*+] \[[ xX]\] ?/, '').trim() === item.text);

/** The focused item, unless it is an empty row. */
function itemAt(state: State): { block: ItemBlock; items: ChecklistItem[]; item: ChecklistItem } | null {
  const block = focusedBlock(state);
  if (block?.type !== 'item' || block.empty) return null;
  const items = itemsOf(state.history.present, block.place, block.field);
  const item = items[block.index];
  return item ? { block, items, item } : null;
}

/** Whether the focus is on an item, and not on the empty row of a new one. */
export const hasItem = (state: State): boolean => itemAt(state) !== null;

/** Space: ticks or unticks; a tool that a file names is ticked as it is suggested, with its version. */
export function tick(state: State): State {
  const at = itemAt(state);
  if (!at) return state;
  const { notApplicable: _, ...item } = at.item;
  const { text = item.text } = suggestedToolAt(state, at.block.place, at.block.index) ?? {};
  const next = at.items.with(at.block.index, { ...item, text, done: !at.item.done });
  return answer(state, at.block.place, { value: next });
}

export function markItem(state: State, index: number, reason: string | null, group?: string): State {
  const at = itemAt(state);
  if (!at || at.block.index !== index) return state;
  const { notApplicable: _, ...item } = at.item;
  const marked = reason === null ? item : { ...item, done: false, notApplicable: reason };
  return answer(state, at.block.place, { value: at.items.with(index, marked) }, group);
}

/** The same for a reason that is being typed: see `reasonSoFar`. */
export function itemReasonSoFar(
  state: State,
  { place, index, before }: { place: FieldRef; index: number; before: Answer | null },
  text: string,
): State {
  const group = reasonGroup(state, [place]);
  return text.trim() === '' ? answer(state, place, before, group) : markItem(state, index, text, group);
}

/** Alt+N on an item: asks why it does not apply; again: it applies. */
export function askItemReason(state: State): State {
  const at = itemAt(state);
  if (!at) return state;
  if (at.item.notApplicable !== undefined) return markItem(state, at.block.index, null);
  return {
    ...openGroup(state),
    overlay: promptOverlay('Not applicable because', '', 'a reason (optional)', {
      for: 'item-not-applicable',
      place: at.block.place,
      index: at.block.index,
      before: answerAt(state.history.present, at.block.place) ?? null,
    }),
  };
}

/** `a`: an empty item at the end, to be typed. */
export function addOwnItem(state: State): State {
  const block = focusedBlock(state);
  if (block?.type !== 'item') return state;
  const index = itemsOf(state.history.present, block.place, block.field).length;
  const focus = { on: 'row', place: block.place, index } as const;
  const focused = focusAt({ ...state, emptied: { focus } }, focus);
  return withBuffer({ ...focused, own: true });
}

/** `e`: edits the text of an own item, or of one that the template lets be changed. */
export function editItem(state: State): State {
  const at = itemAt(state);
  if (!at) return state;
  if (!isOwn(at.block, at.item))
    return say(state, 'Template items cannot be edited; press a to add your own.');
  const opened = withBuffer({ ...state, own: true });
  const { focus } = state;
  const { text } = at.item;
  const from = text.search(placeholder);
  const [words = ''] = placeholder.exec(text) ?? [];
  if (from < 0 || !focus) return opened;
  const selected = { focus, text, from, to: from + words.length };
  return say({ ...withBuffer(opened, from), selected }, `Typing replaces ${words}.`);
}

/** What the template leaves to be filled in. */
const placeholder = /\[[^\]\n]+\]/;

/** Whether the focused item may be changed and deleted. */
export function isChangeable(state: State): boolean {
  const at = itemAt(state);
  return at !== null && isOwn(at.block, at.item);
}

/** Enter after typing an item's text: after the last one, another can be typed; an empty one goes. */
export function endItem(state: State, goOn: boolean): State {
  const block = focusedBlock(state);
  if (block?.type !== 'item') return state;
  if (block.empty && block.index > 0) {
    const above = { on: 'row', place: block.place, index: block.index - 1 } as const;
    const before = focusAt({ ...state, emptied: null, own: false }, above);
    return goOn ? step(before, 1) : before;
  }
  const ended = focusOn({ ...state, own: false }, block);
  const count = itemsOf(state.history.present, block.place, block.field).length;
  if (goOn && block.index === count - 1) return addOwnItem(ended);
  return goOn ? step(ended, 1) : ended;
}

/** `d`: deletes an own item, or one that the template lets be deleted. */
export function removeItem(state: State): State {
  const at = itemAt(state);
  if (!at) return state;
  const { block } = at;
  if (!isOwn(block, at.item)) {
    return say(state, 'Template items cannot be deleted; Alt+N marks one as not applicable.');
  }
  const next = at.items.toSpliced(block.index, 1);
  const removed = answer(state, block.place, answerOf(block.field, next));
  const index = Math.max(0, Math.min(block.index, next.length - 1));
  return say(
    focusAt(removed, { on: 'row', place: block.place, index }),
    'Item deleted. Ctrl+Z brings it back.',
  );
}
