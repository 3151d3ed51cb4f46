import { answerAt, type FieldRef, fieldKey } from '../../../review/review.ts';
import { bufferOf } from '../../../text/buffer.ts';
import { controlOf } from '../controls/controls.ts';
import { itemsOf, rowsOf, shownValue } from '../state/lookup.ts';
import type { State } from '../state/state.ts';
import { type Block, focusedBlock } from './view.ts';

/** Whether what has the focus takes text now, and in how many lines. */
export function typing(state: State): 'line' | 'lines' | null {
  const block = focusedBlock(state);
  return block ? typingAt(state, block) : null;
}

export function typingAt(state: State, block: Block): 'line' | 'lines' | null {
  switch (block.type) {
    case 'row':
      return 'line';
    case 'item':
      return state.own ? 'line' : null;
    case 'note':
      return 'lines';
    case 'field': {
      const answer = answerAt(state.history.present, block.place);
      if (answer && 'notApplicable' in answer) return null;
      const how = controlOf(block.field).typing;
      if (how === 'own') return state.own ? 'line' : null;
      return how === 'none' ? null : how;
    }
    default:
      return null;
  }
}

/** The text that is being typed, and where: not judged before the focus leaves it. Null under what lies over the page. */
export function beingTyped(state: State): { place: FieldRef; text: string } | null {
  const block = focusedBlock(state);
  if (state.overlay || !state.buffer || !block || !('place' in block)) return null;
  return state.typed[fieldKey(block.place)] ? { place: block.place, text: state.buffer.text } : null;
}

/** The text that a block holds, as it is edited. */
export function textAt(state: State, block: Block): string {
  const review = state.history.present;
  switch (block.type) {
    case 'row':
      return block.empty ? '' : (rowsOf(review, block.place, block.field)[block.index] ?? '');
    case 'item':
      return block.empty ? '' : (itemsOf(review, block.place, block.field)[block.index]?.text ?? '');
    case 'note':
      return noteText(state, block);
    case 'field':
      return controlOf(block.field).text(shownValue(review, block.place, block.field), block.field);
    default:
      return '';
  }
}

function noteText(state: State, block: Extract<Block, { type: 'note' }>): string {
  const review = state.history.present;
  if ('section' in block.of) return review.notes[block.of.section] ?? '';
  const { issue } = block.of;
  return review.issues.find((one) => one.id === issue)?.note ?? '';
}

/** The buffer for what has the focus; null where no text is typed. `caret` is the text's end without one. */
export function withBuffer(state: State, caret?: number): State {
  const block = focusedBlock(state);
  if (!block || !typingAt(state, block)) return state.buffer ? { ...state, buffer: null } : state;
  const text = textAt(state, block);
  return { ...state, buffer: bufferOf(text, Math.min(caret ?? text.length, text.length)) };
}
