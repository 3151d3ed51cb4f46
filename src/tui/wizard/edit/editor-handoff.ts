import { sameItem, templateItems } from '../../../fields/kinds/checklist.ts';
import { kinds } from '../../../fields/kinds.ts';
import type { ChecklistItem } from '../../../fields/value.ts';
import { clean } from '../../../text/clean.ts';
import { controlOf } from '../controls/controls.ts';
import { focusAt } from '../navigation/navigate.ts';
import { undoStep } from '../navigation/undo.ts';
import { textAt, typingAt } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import { answer } from '../state/commit.ts';
import { itemsOf, rowsOf, shownValue } from '../state/lookup.ts';
import { type NextState, readOnly, type State, say } from '../state/state.ts';
import { isMarked } from './not-applicable.ts';
import { answerOf, linesAsRows, replaceText } from './typing.ts';

/** What goes to the reviewer's editor, and what becomes of what comes back. */
interface Handed {
  text: string;
  /** Of the file, with its dot, so that the editor knows what it holds. */
  extension: string;
  take(state: State, text: string): State;
}

/** Ctrl+O: to the editor with it, or what to do instead. */
export function askEditor(state: State): NextState {
  return takesEditor(state) ? { state, effect: { do: 'editor' } } : say(state, insteadOf(state));
}

/** Whether what has the focus can be edited elsewhere; not where nothing of it could be taken back. */
export function takesEditor(state: State): boolean {
  if (state.lock) return false;
  const block = focusedBlock(state);
  return block?.type === 'item' || (block !== undefined && typingAt(state, block) !== null);
}

function insteadOf(state: State): string {
  const block = focusedBlock(state);
  const locked = readOnly(state);
  if (locked) return locked;
  if (isMarked(state)) return 'This field is marked as not applicable. Alt+N makes it apply again.';
  switch (block?.type) {
    case 'issue':
    case 'entry':
      return 'The editor takes one field at a time: press Enter to open this, then Ctrl+O on a field.';
    case 'field':
      return controlOf(block.field).typing === 'own'
        ? 'Only your own words can be edited here: choose “other…”, then press Ctrl+O.'
        : 'This field takes one of its options; there is no text to edit.';
    default:
      return 'There is no text to edit here.';
  }
}

/** The focused field as a text to be edited elsewhere; in a list the whole list, an entry a line. */
export function handedOver(state: State): Handed | null {
  const block = focusedBlock(state);
  if (block?.type === 'item') return handedChecklist(state, block);
  if (!block || !typingAt(state, block)) return null;
  if (block.type === 'row') {
    const { place, field } = block;
    return {
      text: rowsOf(state.history.present, place, field).join('\n'),
      extension: extensionFor(state, block),
      take: (now, text) => {
        const rows = linesAsRows(cleaned(text));
        const written = answer({ ...now, emptied: null }, place, answerOf(field, rows));
        const index = Math.min(block.index, Math.max(0, rows.length - 1));
        return focusAt(written, { on: 'row', place, index });
      },
    };
  }
  return {
    text: state.buffer?.text ?? textAt(state, block),
    extension: 'field' in block ? extensionFor(state, block) : '.md',
    take: (now, text) => replaceText(now, cleaned(text)),
  };
}

const extensionFor = (
  { history }: State,
  { place, field }: Pick<Extract<Block, { type: 'field' }>, 'place' | 'field'>,
) => controlOf(field).extension?.(shownValue(history.present, place, field), field) ?? '.md';

/** A checklist as its lines; the items that are the template's own come back when they are gone, un-ticked. */
function handedChecklist(state: State, block: Extract<Block, { type: 'item' }>): Handed {
  const { place, field } = block;
  const control = controlOf(field);
  const before = itemsOf(state.history.present, place, field);
  return {
    text: control.text(before, field),
    extension: '.md',
    take(now, text) {
      const read = control.value(cleaned(text), field, before) as ChecklistItem[];
      const items = kinds[field.kind].settle(read, field) as ChecklistItem[];
      const gone = field.editable ? [] : templateItems(field).filter((one) => !has(read, one));
      const written = answer({ ...now, emptied: null, own: false }, place, answerOf(field, items));
      const index = Math.min(block.index, Math.max(0, items.length - 1));
      const there = focusAt(written, { on: 'row', place, index });
      return gone.length === 0 ? there : say(there, backAgain(gone));
    },
  };
}

const has = (items: ChecklistItem[], item: ChecklistItem): boolean =>
  items.some((one) => sameItem(one, item));

const backAgain = ([first, ...others]: ChecklistItem[]): string =>
  others.length === 0
    ? `“${first?.text}” belongs to the template: restored, unticked.`
    : `${others.length + 1} items belong to the template: restored, unticked.`;

/** What came back, taken; what was left out of it is said. */
export function takenBack(state: State, handed: Handed, text: string): State {
  if (text === handed.text) return say(state, 'No changes made in the editor.');
  const { removed } = clean(text);
  const next = handed.take({ ...state, notice: null }, text);
  if (removed === 0) return next;
  const left = `${removed} control ${removed === 1 ? 'character' : 'characters'} removed.`;
  return say(next, next.notice ? `${next.notice.text} ${left}` : left);
}

/** What an editor that failed had saved, taken and taken back: to be had with redo. */
export function offeredAgain(state: State, handed: Handed, text: string): State {
  const taken = takenBack(state, handed, text);
  return taken.history === state.history ? state : undoStep(taken);
}

const cleaned = (text: string): string => clean(text).text;
