import { resolve } from 'node:path';
import { type Fix, isOpenError, overrideFor, type Problem } from '../../../checks/problem.ts';
import type { Action } from '../../../review/actions.ts';
import { problemKey } from '../../../review/overrides.ts';
import { fieldKey, type OverriddenProblem } from '../../../review/review.ts';
import { startWalk } from '../lists/plan-walk.ts';
import { goToTarget } from '../navigation/go-to.ts';
import { redoStep, undoStep } from '../navigation/undo.ts';
import { commit, commitTogether } from '../state/commit.ts';
import { focusKey } from '../state/focus.ts';
import { checkedNow, problemsAt, problemsFor } from '../state/problems.ts';
import { type NextState, type State, say } from '../state/state.ts';
import { groupName, openGroup } from '../state/undo-group.ts';
import { focusedField } from './not-applicable.ts';

/** The quick fix that is offered for what has the focus: that of its own first problem, else of the open issue or item. */
function fixHere(state: State): Fix | undefined {
  const { open } = state;
  const whole = open && focusKey('issue' in open ? { on: 'issue', ...open } : { on: 'entry', ...open });
  const here = problemsAt(state, focusedKey(state));
  return [...here, ...(whole ? problemsAt(state, whole) : [])].find(({ fix }) => fix)?.fix;
}

/** Whether Alt+R applies a quick fix here. */
export const offersFix = (state: State): boolean => fixHere(state) !== undefined;

/** The key under which the problems of the focused field, issue or item are found. */
function focusedKey(state: State): string {
  const place = focusedField(state);
  return place ? fieldKey(place) : state.focus ? focusKey(state.focus) : '';
}

/**
 * Alt+R: applies the quick fix that is offered here, checked as the review is now. An action that it adds is asked for
 * its owner and deadline; then the focus is back where it was.
 */
export function applyFixHere(before: State): State {
  const state = checkedNow(before);
  const fix = fixHere(state);
  if (!fix) return say(state, 'No quick fix here. Ctrl+R lists all problems.');
  const done = applyFix(state, fix);
  const added = addedBy(fix);
  const walking = added ? startWalk(state, done, [added]) : done;
  if (!walking.walk) return done;
  return say(walking, `Done: ${fix.label}. Enter goes to what is missing, then back here.`);
}

/** The item that a fix adds. */
function addedBy({ actions }: Fix): { list: string; item: string } | undefined {
  const added = actions.find((action) => action.do === 'add-item');
  return added && { list: added.list, item: added.item.id };
}

/** Applies a quick fix as one undo group and says what it was. An overlay stays open. */
export function applyFix(state: State, fix: Fix): State {
  const done = commitTogether(state, fix.actions);
  const there = goToTarget(openGroup(done), addedBy(fix) ?? null);
  return checkedNow(say({ ...there, overlay: state.overlay }, `Done: ${fix.label}. Ctrl+Z undoes it.`));
}

/** Overrides a problem with a reason; an empty one removes the override. Each letter is recorded at once. */
export function overrideProblem(state: State, of: OverriddenProblem, reason: string): State {
  return commit(state, { do: 'override', of, reason }, groupName(state.group, `reason/${problemKey(of)}`));
}

export function removeOverride(state: State, problem: Problem): State {
  const taken = overrideProblem(openGroup(state), overrideFor(problem), '');
  return checkedNow(say(taken, 'It counts as an error again. Ctrl+Z undoes that.'));
}

/** Overrides of problems that the checks do not find any more. */
export function staleOverrides(state: State): OverriddenProblem[] {
  const found = new Set(
    problemsFor(state).flatMap((one) => (one.overridden === undefined ? [] : [problemKey(overrideFor(one))])),
  );
  return (state.history.present.overrides ?? []).filter((one) => !found.has(problemKey(one)));
}

const openErrors = (state: State): Problem[] => problemsFor(state).filter(isOpenError);

/** Writes the report, once each error is fixed or overridden. */
export function askWrite(state: State, path: string): NextState {
  const errors = openErrors(state).length;
  if (path.trim() === '') return say(state, 'Type a file path for the report.', 'error');
  if (errors > 0) {
    const some = errors === 1 ? '1 error is' : `${errors} errors are`;
    return say(state, `${some} neither fixed nor overridden: type a reason to keep it.`, 'error');
  }
  // What was typed behind the path, as one more reason, would become part of its name.
  if (!/\.(?:md|markdown)$/i.test(path.trim()) && !wasWrittenTo(state, path.trim()))
    return say(state, 'The report is Markdown: type a path that ends in .md.', 'error');
  return { state, effect: { do: 'write', path: path.trim(), seen: null } };
}

const wasWrittenTo = ({ facts: { written }, cwd }: State, path: string): boolean =>
  written?.path === resolve(cwd, path);

/**
 * The state without overrides of problems that are gone: the report does not print those. To be called once the
 * review has been searched for secrets: before that, an override of a secret would look as if it were gone.
 */
export function withoutStaleOverrides(state: State): State {
  const actions = staleOverrides(state).map((of): Action => ({ do: 'override', of, reason: '' }));
  return commitTogether(state, actions);
}

/** Undo and redo while an overlay lists problems: it stays open. */
export const undoUnder = (state: State): State => ({
  ...checkedNow(undoStep(state)),
  overlay: state.overlay,
});
export const redoUnder = (state: State): State => ({
  ...checkedNow(redoStep(state)),
  overlay: state.overlay,
});
