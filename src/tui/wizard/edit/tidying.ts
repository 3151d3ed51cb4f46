import type { Value } from '../../../fields/value.ts';
import { answerAt, type FieldRef, fieldKey, type Review } from '../../../review/review.ts';
import { controlOf } from '../controls/controls.ts';
import { linkedAt } from '../lists/linking.ts';
import { withBuffer } from '../page/text.ts';
import { focusedBlock } from '../page/view.ts';
import { answer } from '../state/commit.ts';
import { sameFocus } from '../state/focus.ts';
import { fieldAt } from '../state/lookup.ts';
import { meaningOf } from '../state/meaning.ts';
import type { State } from '../state/state.ts';
import { isGroupOf } from '../state/undo-group.ts';
import { answerOf } from './typing.ts';

/**
 * What was typed is tidied when the focus leaves it, or the report is about to be written, as part of the same undo
 * group: white space round an answer would have to be printed as entities to survive, and "friday" becomes its date.
 * What nobody typed into in this session stays as it is.
 */
export function tidiedAfter(before: State, after: State): State {
  const typed = Object.values(after.typed);
  if (typed.length === 0 || !isLeft(before, after)) return after;
  // A change would forget what can be redone: it waits.
  if (after.history.future.length > 0) return after;
  return typed.reduce(tidiedAt, { ...after, typed: {} });
}

/** The review as it would be if the focus left what is being typed: what a report of it would say. */
export const settledReview = (state: State): Review =>
  Object.values(state.typed).reduce(tidiedAt, state).history.present;

const isLeft = (before: State, after: State): boolean =>
  !sameFocus(before.focus, after.focus) ||
  before.page !== after.page ||
  (before.own && !after.own) ||
  (before.overlay?.type !== 'finish' && after.overlay?.type === 'finish');

function tidiedAt(state: State, place: FieldRef): State {
  const review = state.history.present;
  const field = fieldAt(state.template, review, place);
  const given = answerAt(review, place);
  if (!field || !given || !('value' in given)) return state;
  const tidied = controlOf(field).tidied(given.value);
  const value = meaningOf(state, field, tidied)?.value ?? tidied;
  const group = groupOf(state, place);
  const clean = same(value, given.value) ? state : answer(state, place, answerOf(field, value), group);
  const next = 'list' in place ? linkedAt(clean, place.list, place.item, group) : clean;
  if (next === state) return state;
  const focused = focusedBlock(next);
  const shown = focused && 'place' in focused && fieldKey(focused.place) === fieldKey(place);
  return shown && next.buffer ? withBuffer(next, next.buffer.caret) : next;
}

/** The name of the last undo group, when that is made of edits of this place. */
function groupOf(state: State, place: FieldRef): string | undefined {
  const name = state.history.past.at(-1)?.group;
  return name && isGroupOf(name, place) ? name : undefined;
}

const same = (one: Value, other: Value): boolean => JSON.stringify(one) === JSON.stringify(other);
