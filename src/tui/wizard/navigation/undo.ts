import type { ActionTarget } from '../../../review/history/action-target.ts';
import { redo, undo } from '../../../review/history/history.ts';
import { type FieldRef, fieldKey } from '../../../review/review.ts';
import { endOfChange } from '../../../text/change.ts';
import { controlOf } from '../controls/controls.ts';
import { focusedBlock } from '../page/view.ts';
import { fieldAt, itemsOf, rowsOf } from '../state/lookup.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';
import { goToTarget } from './go-to.ts';
import { focusAt } from './navigate.ts';

/** Takes back the last undo group and goes to where it was. */
export function undoStep(state: State): State {
  const { history, touched } = undo(state.history);
  if (history === state.history) return say(state, 'Nothing to undo.');
  return went(state, history, touched);
}

export function redoStep(state: State): State {
  const { history, touched } = redo(state.history);
  if (history === state.history) return say(state, 'Nothing to redo.');
  return went(state, history, touched);
}

function went(state: State, history: State['history'], touched: ActionTarget | null): State {
  const typed = withTouched(state, touched);
  return atEntry(state, goToTarget(openGroup({ ...state, history, typed }), touched));
}

/** The focus on the entry of a list or checklist that changed, where it stands in another one of the same. */
function atEntry(before: State, after: State): State {
  const block = focusedBlock(after);
  if (block?.type !== 'row' && block?.type !== 'item') return after;
  const { place } = block;
  const [was, is] = [before, after].map((state) => entriesAt(state, place));
  if (!was || !is) return after;
  const changed = is.findIndex((entry, at) => entry !== was[at]);
  const at = changed < 0 ? is.length - 1 : changed;
  if (at < 0 || at === block.index || was.join('\n') === is.join('\n')) return after;
  return focusAt(
    after,
    { on: 'row', place, index: at },
    block.type === 'row' ? endOfChange(was[at] ?? '', is[at] ?? '') : undefined,
  );
}

function entriesAt({ template, history }: State, place: FieldRef): string[] {
  const field = fieldAt(template, history.present, place);
  if (!field) return [];
  if (controlOf(field).entries !== 'items') return rowsOf(history.present, place, field);
  return itemsOf(history.present, place, field).map((item) => JSON.stringify(item));
}

/** Half of what was typed may be there again, white space and all: it is tidied again. */
function withTouched({ typed }: State, touched: ActionTarget | null): State['typed'] {
  const place = touched && placeOf(touched);
  return place ? { ...typed, [fieldKey(place)]: place } : typed;
}

function placeOf(touched: ActionTarget): FieldRef | null {
  if ('section' in touched || 'page' in touched) return null;
  if ('issue' in touched) return touched.field ? { issue: touched.issue, field: touched.field } : null;
  if ('list' in touched) {
    const { list, item, field } = touched;
    return field ? { list, item, field } : null;
  }
  return touched;
}
