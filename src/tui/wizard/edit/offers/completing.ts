import { bufferOf } from '../../../../text/buffer.ts';
import { completions } from '../../page/offers/completions.ts';
import type { State } from '../../state/state.ts';
import { replaceText } from '../typing.ts';

/** Moves over the completions below the text; above the first, none is chosen. */
export function moveCompletion(state: State, by: 1 | -1): State {
  const option = (state.option ?? -1) + by;
  return { ...state, option: option < 0 ? null : option };
}

/** Whether the completions can be moved over that way: past the last one, and with none chosen, the arrows leave. */
export function canMove(state: State, by: 1 | -1): boolean {
  const shown = completions(state);
  if (!shown) return false;
  return by === 1 ? (state.option ?? -1) < shown.words.length - 1 : state.option !== null;
}

/** The completion that was moved to; undefined while none is. */
export const chosenCompletion = (state: State): string | undefined =>
  state.option === null ? undefined : completions(state)?.words[state.option];

/** Puts the chosen completion in the place of what it completes; the lines behind a path stay. */
export function takeCompletion(state: State): State {
  const chosen = chosenCompletion(state);
  return chosen === undefined ? state : completedTo(state, chosen);
}

/** Whether all completions that begin with the text go on alike, and none of them is chosen. */
export const hasCommon = (state: State): boolean =>
  state.option === null && (completions(state)?.common ?? null) !== null;

/** Completes the text as far as all that begin with it go on alike. */
export const takeCommon = (state: State): State => completedTo(state, completions(state)?.common ?? null);

function completedTo(state: State, words: string | null): State {
  const shown = completions(state);
  const text = state.buffer?.text ?? '';
  if (!shown || words === null) return state;
  const completed = text.slice(0, shown.from) + words + text.slice(shown.to);
  const taken = replaceText({ ...state, option: null }, completed);
  return { ...taken, buffer: bufferOf(completed) };
}
