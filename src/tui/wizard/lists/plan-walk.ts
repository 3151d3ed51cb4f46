import { isGiven } from '../../../checks/check.ts';
import { rolesOf } from '../../../checks/roles.ts';
import { answerAt, type FieldRef } from '../../../review/review.ts';
import { focusAt, focusOn, openItem } from '../navigation/navigate.ts';
import { blockAt } from '../page/view.ts';
import { sameFocus } from '../state/focus.ts';
import { fieldAt } from '../state/lookup.ts';
import { type State, say } from '../state/state.ts';

type Place = Extract<FieldRef, { list: string }>;

/** Owner and deadline of each action that is walked through, in order, as far as the template asks for them. */
function placesOf({ walk, template }: State): Place[] {
  return (walk?.actions ?? []).flatMap(({ list, item }) => {
    const one = rolesOf(template).plan.find((plan) => plan.list.id === list);
    return [one?.owner, one?.deadline].flatMap((field) => (field ? [{ list, item, field }] : []));
  });
}

function isMissing({ template, history }: State, place: Place): boolean {
  return !isGiven(fieldAt(template, history.present, place), answerAt(history.present, place));
}

const indexIn = ({ focus }: State, places: Place[]): number =>
  places.findIndex((place) => sameFocus(focus, { on: 'field', place }));

/** Whether the focus is on the way through new actions. */
export const isWalking = (state: State): boolean =>
  state.walk !== null && indexIn(state, placesOf(state)) >= 0;

/** Whether nothing is missing behind the focus: then it returns to where it was. */
export const isWalkDone = (state: State): boolean => nextPlace(state) === undefined;

function nextPlace(state: State): Place | undefined {
  const places = placesOf(state);
  return places.slice(indexIn(state, places) + 1).find((place) => isMissing(state, place));
}

/** Begins at the first owner or deadline that new actions lack; stays where they lack none. `from`: where it was. */
export function startWalk(
  from: State,
  planned: State,
  actions: NonNullable<State['walk']>['actions'],
): State {
  const { page, open, more, focus, scroll } = from;
  const walking: State = { ...planned, walk: { actions, from: { page, open, more, focus, scroll } } };
  const next = nextPlace({ ...walking, focus: null });
  return next ? at(walking, next) : planned;
}

/** The next owner or deadline that is missing; behind the last one, back to where it was. */
export function walkOn(state: State): State {
  const next = nextPlace(state);
  return next ? at(state, next) : walkedBack(state);
}

function at(state: State, place: Place): State {
  const actions = state.walk?.actions ?? [];
  const number = actions.findIndex(({ item }) => item === place.item) + 1;
  const opened = focusAt(openItem(state, place.list, place.item), { on: 'field', place });
  return say(opened, `Action ${number} of ${actions.length}. Enter goes on, Esc ends.`);
}

function walkedBack(state: State): State {
  const { walk } = state;
  if (!walk) return state;
  const missing = placesOf(state).filter((place) => isMissing(state, place)).length;
  const there: State = { ...state, ...walk.from, walk: null, emptied: null, own: false };
  const block = blockAt(there, walk.from.focus);
  const back = block ? focusOn(there, block) : focusAt(there, null);
  const words =
    missing === 0
      ? 'Each new action has an owner and a deadline.'
      : `${missing === 1 ? 'One owner or deadline is' : `${missing} owners and deadlines are`} still missing. Ctrl+R lists the problems.`;
  return say(back, words);
}

/** The way ends where the focus leaves it by any other key. */
export const walkAfter = (state: State): State =>
  state.walk && !isWalking(state) ? { ...state, walk: null } : state;
