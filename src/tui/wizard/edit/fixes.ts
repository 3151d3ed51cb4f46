import { type Fix, isOpenError, overrideFor, type Problem } from '../../../checks/problem.ts';
import type { Action } from '../../../review/actions.ts';
import { problemKey } from '../../../review/overrides.ts';
import { fieldKey, type OverriddenProblem } from '../../../review/review.ts';
import { goToTarget } from '../navigation/go-to.ts';
import { redoStep, undoStep } from '../navigation/undo.ts';
import { commit, commitTogether } from '../state/commit.ts';
import { focusKey } from '../state/focus.ts';
import { checkedNow, problemsAt, problemsFor } from '../state/problems.ts';
import { type NextState, type State, say } from '../state/state.ts';
import { groupName, openGroup } from '../state/undo-group.ts';
import { focusedField } from './not-applicable.ts';

/** Whether the checks offered a remedy for what has the focus when they last ran. */
export function offersFix(state: State): boolean {
  return problemsAt(state, focusedKey(state)).some(({ fix }) => fix);
}

/** Where what is wrong with the focused field, issue or item is found. */
function focusedKey(state: State): string {
  const place = focusedField(state);
  return place ? fieldKey(place) : state.focus ? focusKey(state.focus) : '';
}

/** Alt+R at a field: does what the first finding there offers, as the field stands now. */
export function applyFixHere(before: State): State {
  const state = checkedNow(before);
  const fix = problemsAt(state, focusedKey(state)).find((one) => one.fix)?.fix;
  return fix
    ? applyFix(state, fix)
    : say(state, 'No check offers a remedy here; Ctrl+R lists what they found.');
}

/** Does what a finding offers, as one undo group, and says what that was. What lies over the page stays there. */
export function applyFix(state: State, fix: Fix): State {
  const done = commitTogether(state, fix.actions);
  const added = fix.actions.find((action) => action.do === 'add-item');
  const there = goToTarget(openGroup(done), added ? { list: added.list, item: added.item.id } : null);
  return checkedNow(say({ ...there, overlay: state.overlay }, `Done: ${fix.label}. Ctrl+Z takes it back.`));
}

/** Gives the reason why what a check found stands; an empty one takes it back. Each letter is kept at once. */
export function overrideProblem(state: State, of: OverriddenProblem, reason: string): State {
  return commit(state, { do: 'override', of, reason }, groupName(state.group, `reason/${problemKey(of)}`));
}

export function removeOverride(state: State, finding: Problem): State {
  const taken = overrideProblem(openGroup(state), overrideFor(finding), '');
  return checkedNow(say(taken, 'It counts as an error again. Ctrl+Z takes that back.'));
}

/** Reasons that were given for what the checks do not find any more. */
export function staleOverrides(state: State): OverriddenProblem[] {
  const found = new Set(
    problemsFor(state).flatMap((one) => (one.overridden === undefined ? [] : [problemKey(overrideFor(one))])),
  );
  return (state.history.present.overrides ?? []).filter((one) => !found.has(problemKey(one)));
}

const openErrors = (state: State): Problem[] => problemsFor(state).filter(isOpenError);

/** Writes the report, once each error is mended or has a reason. */
export function askWrite(state: State, path: string): NextState {
  const errors = openErrors(state).length;
  if (path.trim() === '') return say(state, 'Type the path of a file for the report.', 'error');
  if (errors > 0) {
    const some = errors === 1 ? '1 error is' : `${errors} errors are`;
    return say(state, `${some} neither mended nor given a reason: type why it stands.`, 'error');
  }
  return { state, effect: { do: 'write', path: path.trim(), seen: null } };
}

/**
 * Reasons for what is no more are left out of the report. To be asked once all has been searched: until then nobody
 * knows of what a reason holds for.
 */
export function withoutStaleOverrides(state: State): State {
  const actions = staleOverrides(state).map((of): Action => ({ do: 'override', of, reason: '' }));
  return commitTogether(state, actions);
}

/** Undo and redo where a list lies over the page: it stays there. */
export const undoUnder = (state: State): State => ({
  ...checkedNow(undoStep(state)),
  overlay: state.overlay,
});
export const redoUnder = (state: State): State => ({
  ...checkedNow(redoStep(state)),
  overlay: state.overlay,
});
