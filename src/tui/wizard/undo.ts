import { redo, type Touched, undo } from '../../review/history.ts';
import { type Place, placeKey } from '../../review/review.ts';
import { toTouched } from './navigate.ts';
import { type State, say } from './state.ts';

/** Takes back the last step and goes to where it was. */
export function undoStep(state: State): State {
  const { history, touched } = undo(state.history);
  if (history === state.history) return say(state, 'Nothing to undo.');
  return toTouched({ ...state, history, step: state.step + 2, typed: withTouched(state, touched) }, touched);
}

export function redoStep(state: State): State {
  const { history, touched } = redo(state.history);
  if (history === state.history) return say(state, 'Nothing to redo.');
  return toTouched({ ...state, history, step: state.step + 2, typed: withTouched(state, touched) }, touched);
}

/** Half of what was typed may be there again, white space and all: it is tidied again. */
function withTouched({ typed }: State, touched: Touched | null): State['typed'] {
  const place = touched && placeOf(touched);
  return place ? { ...typed, [placeKey(place)]: place } : typed;
}

function placeOf(touched: Touched): Place | null {
  if ('section' in touched || 'page' in touched) return null;
  if ('issue' in touched) return touched.field ? { issue: touched.issue, field: touched.field } : null;
  if ('list' in touched) {
    const { list, item, field } = touched;
    return field ? { list, item, field } : null;
  }
  return touched;
}
