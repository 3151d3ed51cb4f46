import type { IssueField, Severity } from '../fields/issue.ts';
import type { Action } from './actions.ts';
import { inverseOf } from './inverse.ts';
import { reduce } from './reduce.ts';
import { placeKey, type Review } from './review.ts';

/** One step of undoing: the actions that did it and those that take it back, in the order to be done. */
interface Step {
  forward: Action[];
  backward: Action[];
  /** Further actions of the same group join this step: the letters of one word, say. */
  group?: string;
}

/** A review and the way to and fro. `past`: the latest last; `future`: the next to be redone last. */
export interface History {
  past: Step[];
  present: Review;
  future: Step[];
}

/** What an action was about, also when it no longer exists, so that the screen can go there. */
export type Touched =
  | { field: string }
  | { issue: string; severity: Severity; field?: IssueField }
  | { list: string; item: string; field?: string }
  | { section: string };

/** Steps kept for undoing; older ones are let go, so that a long session does not grow without end. */
const remembered = 1000;

export function startHistory(review: Review): History {
  return { past: [], present: review, future: [] };
}

/**
 * Does the action and remembers how to take it back. The same non-empty `group` as the last step's makes one
 * step of both. An action that changes nothing gives the same history; any other forgets what was undone.
 */
export function record(history: History, action: Action, group?: string): History {
  const present = reduce(history.present, action);
  if (present === history.present) return history;
  const last = history.past.at(-1);
  const backward = inverseOf(history.present, action);
  if (group && last?.group === group && history.future.length === 0) {
    const step = { ...merged(last, action, backward), group };
    return { past: history.past.with(-1, step), present, future: [] };
  }
  const step: Step = { forward: [action], backward, ...(group ? { group } : {}) };
  return { past: [...history.past.slice(1 - remembered), step], present, future: [] };
}

/** Takes the last step back; the same history and nothing touched when there is none. */
export function undo(history: History): { history: History; touched: Touched | null } {
  const step = history.past.at(-1);
  if (!step) return { history, touched: null };
  const present = step.backward.reduce(reduce, history.present);
  const touched = touchedBy(step.forward[0], present, history.present);
  // Closed: what is typed after an undo is a step of its own.
  const { group: _closed, ...undone } = step;
  return {
    history: { past: history.past.slice(0, -1), present, future: [...history.future, undone] },
    touched,
  };
}

/** Does the step again that was undone last. */
export function redo(history: History): { history: History; touched: Touched | null } {
  const step = history.future.at(-1);
  if (!step) return { history, touched: null };
  const present = step.forward.reduce(reduce, history.present);
  const touched = touchedBy(step.forward.at(-1), present, history.present);
  return {
    history: { past: [...history.past, step], present, future: history.future.slice(0, -1) },
    touched,
  };
}

function merged(step: Step, action: Action, backward: Action[]): Step {
  const last = step.forward.at(-1);
  // Typing: only the answer before the first letter and the one after the last matter.
  if (
    last?.do === 'answer' &&
    action.do === 'answer' &&
    step.forward.length === 1 &&
    placeKey(last.at) === placeKey(action.at)
  ) {
    return { ...step, forward: [action] };
  }
  return { ...step, forward: [...step.forward, action], backward: [...backward, ...step.backward] };
}

function touchedBy(action: Action | undefined, now: Review, before: Review): Touched | null {
  const about = action && aboutOf(action);
  if (!about || !('issue' in about)) return about ?? null;
  const issue = [...now.issues, ...before.issues].find((one) => one.id === about.issue);
  return issue ? { ...about, severity: issue.severity } : null;
}

type About = Exclude<Touched, { issue: string }> | { issue: string; field?: IssueField };

function aboutOf(action: Action): About | null {
  switch (action.do) {
    case 'answer':
      return action.at;
    case 'answers':
      return action.entries[0]?.at ?? null;
    case 'add-issue':
      return { issue: action.issue.id };
    case 'remove-issue':
    case 'move-issue':
    case 'set-severity':
    case 'issue-note':
      return { issue: action.id };
    case 'add-item':
      return { list: action.list, item: action.item.id };
    case 'remove-item':
    case 'move-item':
      return { list: action.list, item: action.id };
    case 'note':
      return { section: action.section };
  }
}
