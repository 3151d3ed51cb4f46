import type { Answer, ChecklistItem } from '../../../fields/value.ts';
import { answerAt, type FieldRef } from '../../../review/review.ts';
import { focusAt, focusOn, step } from '../navigation/navigate.ts';
import { withBuffer } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import { answer } from '../state/commit.ts';
import { itemsOf } from '../state/lookup.ts';
import { promptOverlay } from '../state/overlay.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';
import { reasonGroup } from './not-applicable.ts';
import { answerOf } from './typing.ts';

type ItemPiece = Extract<Block, { type: 'item' }>;

const isOwn = (piece: ItemPiece, item: ChecklistItem): boolean =>
  piece.field.editable === true ||
  !(piece.field.lines ?? []).some((line) => line.replace(/^\s*[-*+] \[[ xX]\] ?/, '').trim() === item.text);

/** The focused item, unless it is an empty row. */
function itemAt(state: State): { piece: ItemPiece; items: ChecklistItem[]; item: ChecklistItem } | null {
  const piece = focusedBlock(state);
  if (piece?.type !== 'item' || piece.empty) return null;
  const items = itemsOf(state.history.present, piece.place, piece.field);
  const item = items[piece.index];
  return item ? { piece, items, item } : null;
}

/** Space: ticks or unticks. */
export function tick(state: State): State {
  const at = itemAt(state);
  if (!at) return state;
  const { notApplicable: _, ...item } = at.item;
  const next = at.items.with(at.piece.index, { ...item, done: !at.item.done });
  return answer(state, at.piece.place, { value: next });
}

/** Enter: ticks and goes on; an item that is ticked already only goes on. */
export function tickAndGoOn(state: State): State {
  const at = itemAt(state);
  if (!at) return step(state, 1);
  return step(at.item.done || at.item.notApplicable !== undefined ? state : tick(state), 1);
}

export function markItem(state: State, index: number, reason: string | null, group?: string): State {
  const at = itemAt(state);
  if (!at || at.piece.index !== index) return state;
  const { notApplicable: _, ...item } = at.item;
  const marked = reason === null ? item : { ...item, done: false, notApplicable: reason };
  return answer(state, at.piece.place, { value: at.items.with(index, marked) }, group);
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

/** `n`: asks why the item does not apply; again: it applies. */
export function askItemReason(state: State): State {
  const at = itemAt(state);
  if (!at) return state;
  if (at.item.notApplicable !== undefined) return markItem(state, at.piece.index, null);
  return {
    ...openGroup(state),
    overlay: promptOverlay('Not applicable because', '', 'a reason, or nothing', {
      for: 'item-not-applicable',
      place: at.piece.place,
      index: at.piece.index,
      before: answerAt(state.history.present, at.piece.place) ?? null,
    }),
  };
}

/** `a`: an empty item at the end, to be typed. */
export function addOwnItem(state: State): State {
  const piece = focusedBlock(state);
  if (piece?.type !== 'item') return state;
  const index = itemsOf(state.history.present, piece.place, piece.field).length;
  const focus = { on: 'row', place: piece.place, index } as const;
  const focused = focusAt({ ...state, emptied: { focus } }, focus);
  return withBuffer({ ...focused, own: true });
}

/** `e`: edits the text of an own item, or of one that the template lets be changed. */
export function editItem(state: State): State {
  const at = itemAt(state);
  if (!at) return state;
  if (!isOwn(at.piece, at.item))
    return say(state, "The template's own items stay as they are; a adds one of yours.");
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
  return at !== null && isOwn(at.piece, at.item);
}

/** Enter after typing an item's text: after the last one, another can be typed; an empty one goes. */
export function endItem(state: State, goOn: boolean): State {
  const piece = focusedBlock(state);
  if (piece?.type !== 'item') return state;
  if (piece.empty && piece.index > 0) {
    const above = { on: 'row', place: piece.place, index: piece.index - 1 } as const;
    const before = focusAt({ ...state, emptied: null, own: false }, above);
    return goOn ? step(before, 1) : before;
  }
  const ended = focusOn({ ...state, own: false }, piece);
  const count = itemsOf(state.history.present, piece.place, piece.field).length;
  if (goOn && piece.index === count - 1) return addOwnItem(ended);
  return goOn ? step(ended, 1) : ended;
}

/** `d`: deletes an own item, or one that the template lets be deleted. */
export function removeItem(state: State): State {
  const at = itemAt(state);
  if (!at) return state;
  const { piece } = at;
  if (!isOwn(piece, at.item)) {
    return say(state, "The template's own items stay; n marks one as not applicable.");
  }
  const next = at.items.toSpliced(piece.index, 1);
  const removed = answer(state, piece.place, answerOf(piece.field, next));
  const index = Math.max(0, Math.min(piece.index, next.length - 1));
  return say(
    focusAt(removed, { on: 'row', place: piece.place, index }),
    'Item deleted. Ctrl+Z brings it back.',
  );
}
