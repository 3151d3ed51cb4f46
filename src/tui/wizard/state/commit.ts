import type { Answer } from '../../../fields/value.ts';
import type { Action } from '../../../review/actions.ts';
import { record } from '../../../review/history/history.ts';
import { newId } from '../../../review/ids.ts';
import type { FieldRef } from '../../../review/review.ts';
import type { State } from './state.ts';

/** Applies a change of the review, as an undo group of its own, or as part of the last one when that has this name. */
export function commit(state: State, action: Action, group?: string): State {
  const history = record(state.history, action, group);
  if (history.present === state.history.present) return state;
  return { ...state, history };
}

/** Several changes of the review as one undo group. */
export function commitTogether(state: State, actions: Action[]): State {
  const group = `together/${newId()}`;
  return actions.reduce((now, action) => commit(now, action, group), state);
}

export const answer = (state: State, at: FieldRef, given: Answer | null, group?: string): State =>
  commit(state, { do: 'answer', at, answer: given }, group);
