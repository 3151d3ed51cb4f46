import { redo, undo } from '../../review/history.ts';
import { toTouched } from './navigate.ts';
import { type State, say } from './state.ts';

/** Takes back the last step and goes to where it was. */
export function undoStep(state: State): State {
  const { history, touched } = undo(state.history);
  if (history === state.history) return say(state, 'Nothing to undo.');
  return toTouched({ ...state, history, step: state.step + 2 }, touched);
}

export function redoStep(state: State): State {
  const { history, touched } = redo(state.history);
  if (history === state.history) return say(state, 'Nothing to redo.');
  return toTouched({ ...state, history, step: state.step + 2 }, touched);
}
