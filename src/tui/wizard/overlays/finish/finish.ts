import { overrideFor, type Problem } from '../../../../checks/problem.ts';
import { overrideIndex } from '../../../../review/overrides.ts';
import type { Review } from '../../../../review/review.ts';
import { type Buffer, bufferOf } from '../../../../text/buffer.ts';
import { applyFix, askWrite, overrideProblem, removeOverride } from '../../edit/fixes.ts';
import { geometryOf } from '../../render/geometry.ts';
import type { Overlay } from '../../state/overlay.ts';
import { problemsFor } from '../../state/problems.ts';
import type { NextState, State } from '../../state/state.ts';
import { likelyPaths } from '../report-path.ts';
import { goToOpen, type OpenPage, openPages } from './open-pages.ts';

export type Finish = Extract<Overlay, { type: 'finish' }>;

/** Shows what the checks found and where the report goes; the first error without a reason has the focus. */
export function openFinish(state: State, path = likelyPaths(state)[0] ?? ''): State {
  const at = firstOpen(errorsOf(state));
  return { ...state, overlay: { type: 'finish', path: bufferOf(path), at, reason: bufferOf('') } };
}

/** The errors that the checks found, those with a reason too. */
export const errorsOf = (state: State): Problem[] =>
  problemsFor(state).filter(({ level }) => level === 'error');

/** The reason that is given for an error, as far as it is typed. */
export const reasonAt = (review: Review, problem: Problem): string =>
  review.overrides?.[overrideIndex(review, overrideFor(problem))]?.reason ?? '';

/** The error that has the focus; undefined where the path has it. */
const answeredError = (state: State, { at }: Finish): Problem | undefined => errorsOf(state)[at];

export const finishesWithError = (state: State): boolean =>
  state.overlay?.type === 'finish' && answeredError(state, state.overlay) !== undefined;

/** Whether the path has the focus: it follows the errors. */
export const finishesWithPath = (state: State): boolean =>
  state.overlay?.type === 'finish' && state.overlay.at === errorsOf(state).length;

/** The pages with something left to do: on a screen with few rows there is no room for them. */
export const reachablePages = (state: State): OpenPage[] =>
  geometryOf(state.size).height >= 16 ? openPages(state) : [];

/** The one of them that has the focus: they follow the path. */
const pageAt = (state: State, { at }: Finish): OpenPage | undefined =>
  reachablePages(state)[at - errorsOf(state).length - 1];

/** What is typed: the reason for the error that has the focus, or the path; null where a page has it. */
export function finishText(state: State, overlay: Finish): Buffer | null {
  const problem = answeredError(state, overlay);
  if (!problem) return pageAt(state, overlay) ? null : overlay.path;
  const reason = reasonAt(state.history.present, problem);
  return overlay.reason.text === reason ? overlay.reason : bufferOf(reason);
}

export function typedIntoFinish(state: State, overlay: Finish, text: Buffer): State {
  if (pageAt(state, overlay)) return state;
  const problem = answeredError(state, overlay);
  if (!problem) return { ...state, overlay: { ...overlay, path: text } };
  const typed: State = { ...state, overlay: { ...overlay, reason: text } };
  if (text.text === reasonAt(state.history.present, problem)) return typed;
  return overrideProblem(typed, overrideFor(problem), text.text);
}

/** Tab and Shift+Tab: the next or previous error, the path, or the first of the pages, round and round. */
export function turnInFinish(state: State, by: 1 | -1): State {
  const { overlay } = state;
  if (overlay?.type !== 'finish') return state;
  const stops = errorsOf(state).length + 1;
  const count = stops + Math.min(1, reachablePages(state).length);
  const at = Math.min(overlay.at, count - 1);
  return focused(state, overlay, (at + by + count) % count);
}

/** Up and down: another error or page; in the path another likely one. */
export function moveInFinish(state: State, by: 1 | -1): State {
  const { overlay } = state;
  if (overlay?.type !== 'finish') return state;
  const last = errorsOf(state).length - 1;
  if (pageAt(state, overlay)) {
    const most = last + 1 + reachablePages(state).length;
    return focused(state, overlay, Math.max(last + 2, Math.min(overlay.at + by, most)));
  }
  if (overlay.at <= last) return focused(state, overlay, Math.max(0, Math.min(overlay.at + by, last)));
  const paths = likelyPaths(state);
  const path = paths[(paths.indexOf(overlay.path.text) + by + paths.length) % paths.length];
  return path === undefined ? state : { ...state, overlay: { ...overlay, path: bufferOf(path) } };
}

/**
 * Enter: on to the next error without a reason; in the path, writes the report, or goes to what is in the way; at a
 * page, goes to the first thing that is left to do there.
 */
export function enterInFinish(state: State): NextState {
  const { overlay } = state;
  if (overlay?.type !== 'finish') return state;
  const page = pageAt(state, overlay);
  if (page) return goToOpen(state, page);
  const errors = errorsOf(state);
  if (overlay.at < errors.length) return focused(state, overlay, nextOpen(errors, overlay.at));
  const outcome = askWrite(state, overlay.path.text);
  const open = firstOpen(errors);
  if ('effect' in outcome || open === errors.length) return outcome;
  return { ...focused(outcome, overlay, open), notice: outcome.notice };
}

/** Alt+R: does what the check offers for the error that has the focus. */
export function fixInFinish(state: State): State {
  const fix = state.overlay?.type === 'finish' && answeredError(state, state.overlay)?.fix;
  return fix ? applyFix(state, fix) : state;
}

/** Alt+O: takes back the reason for the error that has the focus. */
export function takeBackInFinish(state: State): State {
  const problem = state.overlay?.type === 'finish' && answeredError(state, state.overlay);
  return problem && problem.overridden !== undefined ? removeOverride(state, problem) : state;
}

const focused = (state: State, overlay: Finish, at: number): State => ({
  ...state,
  overlay: { ...overlay, at, reason: bufferOf('') },
});

const isOpen = ({ overridden }: Problem): boolean => overridden === undefined;

/** The first error without a reason; behind the last one when each has one. */
function firstOpen(errors: Problem[]): number {
  const open = errors.findIndex(isOpen);
  return open < 0 ? errors.length : open;
}

/** The next error without a reason behind this one, round the end; the path when there is none. */
function nextOpen(errors: Problem[], at: number): number {
  const after = errors.findIndex((one, index) => index > at && isOpen(one));
  return after < 0 ? firstOpen(errors) : after;
}
