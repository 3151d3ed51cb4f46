import type { Answer, Value } from '../../fields/value.ts';
import { toggled } from './controls/choices.ts';
import { controls } from './controls/controls.ts';
import { keepVisible } from './layout.ts';
import { shownValue } from './lookup.ts';
import { step } from './navigate.ts';
import type { State } from './state.ts';
import { answer, answerOf, withBuffer } from './typing.ts';
import { focusedPiece, type Piece } from './view.ts';

type FieldPiece = Extract<Piece, { type: 'field' }>;

/** What the last entry of a choice's menu gives instead of an option. */
export const ownWordsValue = '\u0000own';

/** An option of the focused choice is taken; `goOn` for Enter, not for a digit. */
export function pick(state: State, value: string, goOn: boolean): State {
  const piece = focusedPiece(state);
  if (piece?.type !== 'field') return state;
  if (value === ownWordsValue) return openOwn(state);
  const picked = answer(state, piece.place, { value });
  return goOn ? step(picked, 1) : picked;
}

/** Opens the text for the reviewer's own words, with what is answered now to start from. */
function openOwn(state: State): State {
  return keepVisible(withBuffer({ ...state, own: true, step: state.step + 2 }));
}

/** Back from the own words to the options. */
export function closeOwn(state: State): State {
  return keepVisible({ ...state, own: false, buffer: null });
}

const optionsAt = (piece: FieldPiece) => controls[piece.field.kind].options?.(piece.field) ?? [];

/** In a several-of choice the arrows move over the options and "in your own words" after them. */
export function moveOption(state: State, by: 1 | -1): State {
  const piece = focusedPiece(state);
  if (piece?.type !== 'field') return state;
  const count = optionsAt(piece).length + 1;
  const option = state.option + by;
  if (option < 0 || option >= count) return step(state, by);
  return { ...state, option };
}

/** Ticks or unticks an option by its index; past the last one, opens the own words. */
export function toggleOption(state: State, index: number): State {
  const piece = focusedPiece(state);
  if (piece?.type !== 'field') return state;
  const options = optionsAt(piece);
  if (index === options.length) return openOwn({ ...state, option: index });
  const option = options[index];
  if (!option) return state;
  const before = shownValue(state.history.present, piece.place, piece.field);
  const values = options.map((one) => one.value);
  const next: Value = toggled(before, option.value, values);
  return { ...answer(state, piece.place, answerOf(piece.field, next)), option: index };
}

/** Backspace or Delete in a choice: unanswered again. */
export function clearChoice(state: State): State {
  const piece = focusedPiece(state);
  const none: Answer | null = null;
  return piece?.type === 'field' ? answer(state, piece.place, none) : state;
}
