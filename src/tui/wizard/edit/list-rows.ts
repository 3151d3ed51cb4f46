import { controlOf } from '../controls/controls.ts';
import { focusAt, step } from '../navigation/navigate.ts';
import { focusedBlock } from '../page/view.ts';
import { answer } from '../state/commit.ts';
import { rowsOf } from '../state/lookup.ts';
import type { State } from '../state/state.ts';
import { answerOf } from './typing.ts';

/** Enter in a row of a list: the next row; in an empty one at the end: on to the next field. */
export function nextRow(state: State): State {
  const block = focusedBlock(state);
  if (block?.type !== 'row') return state;
  const { place } = block;
  const rows = rowsOf(state.history.present, place, block.field);
  if (block.empty) return step(state, 1);
  const caretAtStart = state.buffer?.caret === 0 && state.buffer.text !== '';
  const index = block.index + (caretAtStart ? 0 : 1);
  // The text behind the caret goes into the new row.
  const tail = caretAtStart ? '' : (state.buffer?.text.slice(state.buffer.caret) ?? '');
  if (tail.trim() !== '') {
    const head = state.buffer?.text.slice(0, state.buffer.caret) ?? '';
    const next = rows.toSpliced(block.index, 1, ...[head, tail].filter((row) => row.trim() !== ''));
    const split = answer(state, block.place, answerOf(block.field, next));
    return focusAt(split, { on: 'row', place, index: Math.min(index, next.length - 1) }, 0);
  }
  // Several locations in a row become entries of their own.
  const parts = caretAtStart ? [] : (controlOf(block.field).entriesIn?.(rows[block.index] ?? '') ?? []);
  const next =
    parts.length > 1
      ? answer(state, place, answerOf(block.field, rows.toSpliced(block.index, 1, ...parts)))
      : state;
  const focus = { on: 'row', place, index: index + Math.max(0, parts.length - 1) } as const;
  return focusAt({ ...next, emptied: { focus } }, focus);
}

/** Backspace in an empty row removes it: the focus goes to the end of the row above. */
export function dropRow(state: State): State {
  const block = focusedBlock(state);
  if (block?.type !== 'row' || !block.empty) return state;
  if (rowsOf(state.history.present, block.place, block.field).length === 0) return state;
  const index = Math.max(0, block.index - 1);
  return focusAt({ ...state, emptied: null }, { on: 'row', place: block.place, index });
}

/** Backspace at the start of a row joins it to the one above. */
export function joinRow(state: State): State {
  const block = focusedBlock(state);
  if (block?.type !== 'row' || block.empty || block.index === 0) return state;
  const rows = rowsOf(state.history.present, block.place, block.field);
  const above = rows[block.index - 1] ?? '';
  const next = rows.toSpliced(block.index - 1, 2, above + (rows[block.index] ?? ''));
  const joined = answer(state, block.place, answerOf(block.field, next));
  const focus = { on: 'row', place: block.place, index: block.index - 1 } as const;
  return focusAt({ ...joined, focus }, focus, above.length);
}
