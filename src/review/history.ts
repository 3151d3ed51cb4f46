import type { IssueField, Severity } from '../fields/issue.ts';
import type { Action } from './actions.ts';
import { type Compact, compact, expand } from './compact.ts';
import { inverseOf } from './inverse.ts';
import { overriddenKey } from './overrides.ts';
import { reduce } from './reduce.ts';
import { placeKey, type Review } from './review.ts';

/** One step of undoing: the actions that did it and those that take it back, in the order to be done. */
interface Step {
  forward: Action[];
  backward: Action[];
  /** Further actions of the same group join this step: the letters of one word, say. */
  group?: string;
}

/** A step without the long texts that it does not change: understood beside the review that it leads to or from. */
interface PackedStep {
  /** Each beside the review that the ones before it gave, from the review before the step on. */
  forward: Compact[];
  /** The same from the review after the step on. */
  backward: Compact[];
  packed: true;
  group?: string;
}

/** What was done to a history, as it is kept to be done again: see `replay`. */
export type Change =
  | { did: 'record'; action: Compact; group?: string }
  | { did: 'undo' | 'redo'; actions: Compact[] };

/** A review and the way to and fro. `past`: the latest last; `future`: the next to be redone last. Plain data. */
export interface History {
  past: (Step | PackedStep)[];
  present: Review;
  future: (Step | PackedStep)[];
  /** How many changes there were. */
  made: number;
  /** The last few of them, the latest last. */
  recent: Change[];
}

/** What an action was about, also when it no longer exists, so that the screen can go there. */
export type Touched =
  | { field: string }
  | { issue: string; severity: Severity; field?: IssueField }
  | { list: string; item: string; field?: string }
  | { section: string }
  | { page: string };

/** Steps kept for undoing; older ones are let go, so that a long session does not grow without end. */
const remembered = 1000;

/** Changes that are remembered to be read off; a key makes one or two. */
const readOff = 32;

/** The steps of an earlier session, as `keptSteps` gave them beside this very review. */
export interface KeptSteps {
  past: PackedStep[];
  future: PackedStep[];
}

export function startHistory(review: Review, steps: KeptSteps = { past: [], future: [] }): History {
  return { ...steps, present: review, made: 0, recent: [] };
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
  const did = {
    did: 'record',
    action: compact(history.present, action),
    ...(group ? { group } : {}),
  } as const;
  const change = noted(history, did);
  if (group && last?.group === group && history.future.length === 0) {
    const step = { ...merged(unpacked(last, history.present), action, backward), group };
    return { past: history.past.with(-1, step), present, future: [], ...change };
  }
  const step: Step = { forward: [action], backward, ...(group ? { group } : {}) };
  // What is done with is packed: a thousand steps in a long text would else be a thousand copies of it.
  const past = sealed(history.past.slice(1 - remembered), (one) => packed(one, history.present));
  return { past: [...past, step], present, future: [], ...change };
}

/** Takes the last step back; the same history and nothing touched when there is none. */
export function undo(history: History): { history: History; touched: Touched | null } {
  const last = history.past.at(-1);
  if (!last) return { history, touched: null };
  const step = unpacked(last, history.present);
  const present = step.backward.reduce(reduce, history.present);
  const touched = touchedBy(step.forward[0], present, history.present);
  // Closed: what is typed after an undo is a step of its own.
  const { group: _closed, ...undone } = step;
  return {
    history: {
      past: history.past.slice(0, -1),
      present,
      future: [...sealed(history.future, (step) => packedAhead(step, history.present)), undone],
      ...noted(history, { did: 'undo', actions: inTurn(history.present, step.backward) }),
    },
    touched,
  };
}

/** Does the step again that was undone last. */
export function redo(history: History): { history: History; touched: Touched | null } {
  const next = history.future.at(-1);
  if (!next) return { history, touched: null };
  const step = unpackedAhead(next, history.present);
  const present = step.forward.reduce(reduce, history.present);
  const touched = touchedBy(step.forward.at(-1), present, history.present);
  return {
    history: {
      past: [...sealed(history.past, (one) => packed(one, history.present)), step],
      present,
      future: history.future.slice(0, -1),
      ...noted(history, { did: 'redo', actions: inTurn(history.present, step.forward) }),
    },
    touched,
  };
}

/**
 * Does again what was done, on a history that holds the same review as then; null when it does not fit. Earlier
 * steps need not all be there: an undo says itself what it did.
 */
export function replay(history: History, change: Change): History | null {
  const actions = inFull(history.present, change.did === 'record' ? [change.action] : change.actions);
  const [first] = actions ?? [];
  if (!actions) return null;
  if (change.did === 'record') return first ? record(history, first, change.group) : null;
  const gone = (change.did === 'undo' ? undo(history) : redo(history)).history;
  return { ...gone, present: actions.reduce(reduce, history.present), ...noted(history, change) };
}

/** The last steps to and fro, small enough to be kept with the draft: at most so many, and so many characters. */
export function keptSteps(history: History, most = 200, size = 200_000): KeptSteps {
  const past = sealed(history.past, (step) => packed(step, history.present));
  const future = sealed(history.future, (step) => packedAhead(step, history.present));
  return { past: lastOf(past, most, size), future: lastOf(future, most, size) };
}

/** Steps with the last one packed; those before it are already. */
function sealed(steps: History['past'], pack: (step: Step | PackedStep) => PackedStep): History['past'] {
  const last = steps.at(-1);
  return last ? steps.with(-1, pack(last)) : steps;
}

function lastOf(steps: History['past'], most: number, size: number): PackedStep[] {
  const kept: PackedStep[] = [];
  let left = size;
  for (const step of steps.toReversed()) {
    if (!('packed' in step) || kept.length === most) break;
    left -= JSON.stringify(step).length;
    if (left < 0) break;
    kept.unshift(step);
  }
  return kept;
}

const noted = (history: History, change: Change) => ({
  made: history.made + 1,
  recent: [...history.recent.slice(1 - readOff), change],
});

/** Actions as they are kept, each beside the review that the ones before it gave. */
function inTurn(review: Review, actions: Action[]): Compact[] {
  let now = review;
  return actions.map((action) => {
    const kept = compact(now, action);
    now = reduce(now, action);
    return kept;
  });
}

function inFull(review: Review, kept: Compact[]): Action[] | null {
  let now = review;
  const actions: Action[] = [];
  for (const one of kept) {
    const action = expand(now, one);
    if (!action) return null;
    actions.push(action);
    now = reduce(now, action);
  }
  return actions;
}

/** `after`: the review right after the step. */
function packed(step: Step | PackedStep, after: Review): PackedStep {
  if ('packed' in step) return step;
  const before = step.backward.reduce(reduce, after);
  return {
    ...step,
    forward: inTurn(before, step.forward),
    backward: inTurn(after, step.backward),
    packed: true,
  };
}

/** `before`: the review right before the step. */
function packedAhead(step: Step | PackedStep, before: Review): PackedStep {
  return 'packed' in step ? step : packed(step, step.forward.reduce(reduce, before));
}

function unpacked(step: Step | PackedStep, after: Review): Step {
  if (!('packed' in step)) return step;
  const backward = inFull(after, step.backward) ?? [];
  const forward = inFull(backward.reduce(reduce, after), step.forward) ?? [];
  return { forward, backward, ...(step.group ? { group: step.group } : {}) };
}

function unpackedAhead(step: Step | PackedStep, before: Review): Step {
  if (!('packed' in step)) return step;
  const forward = inFull(before, step.forward) ?? [];
  const backward = inFull(forward.reduce(reduce, before), step.backward) ?? [];
  return { forward, backward, ...(step.group ? { group: step.group } : {}) };
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
  if (
    last?.do === 'override' &&
    action.do === 'override' &&
    step.forward.length === 1 &&
    overriddenKey(last.of) === overriddenKey(action.of)
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
    case 'link':
      return { list: action.list, item: action.id };
    case 'note':
      return { section: action.section };
    case 'override':
      return action.of.place;
  }
}
