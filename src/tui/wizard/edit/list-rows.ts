import { focusAt, step } from '../navigation/navigate.ts';
import { focusedBlock } from '../page/view.ts';
import { answer } from '../state/commit.ts';
import { rowsOf } from '../state/lookup.ts';
import type { State } from '../state/state.ts';
import { answerOf } from './typing.ts';

/** Enter in a row of a list: the next row; in an empty one at the end: on to the next field. */
export function nextRow(state: State): State {
  const piece = focusedBlock(state);
  if (piece?.type !== 'row') return state;
  const { place } = piece;
  const rows = rowsOf(state.history.present, place, piece.field);
  if (piece.empty) return step(state, 1);
  const caretAtStart = state.buffer?.caret === 0 && state.buffer.text !== '';
  const index = piece.index + (caretAtStart ? 0 : 1);
  // The text behind the caret goes into the new row.
  const tail = caretAtStart ? '' : (state.buffer?.text.slice(state.buffer.caret) ?? '');
  if (tail.trim() !== '') {
    const head = state.buffer?.text.slice(0, state.buffer.caret) ?? '';
    const next = rows.toSpliced(piece.index, 1, ...[head, tail].filter((row) => row.trim() !== ''));
    const split = answer(state, piece.place, answerOf(piece.field, next));
    return focusAt(split, { on: 'row', place, index: Math.min(index, next.length - 1) }, 0);
  }
  const focus = { on: 'row', place, index } as const;
  return focusAt({ ...state, emptied: { focus } }, focus);
}

/** Backspace in an empty row removes it: the focus goes to the end of the row above. */
export function dropRow(state: State): State {
  const piece = focusedBlock(state);
  if (piece?.type !== 'row' || !piece.empty) return state;
  if (rowsOf(state.history.present, piece.place, piece.field).length === 0) return state;
  const index = Math.max(0, piece.index - 1);
  return focusAt({ ...state, emptied: null }, { on: 'row', place: piece.place, index });
}

/** Backspace at the start of a row joins it to the one above. */
export function joinRow(state: State): State {
  const piece = focusedBlock(state);
  if (piece?.type !== 'row' || piece.empty || piece.index === 0) return state;
  const rows = rowsOf(state.history.present, piece.place, piece.field);
  const above = rows[piece.index - 1] ?? '';
  const next = rows.toSpliced(piece.index - 1, 2, above + (rows[piece.index] ?? ''));
  const joined = answer(state, piece.place, answerOf(piece.field, next));
  const focus = { on: 'row', place: piece.place, index: piece.index - 1 } as const;
  return focusAt({ ...joined, focus }, focus, above.length);
}
