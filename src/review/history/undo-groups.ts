import type { Action } from '../actions.ts';
import { problemKey } from '../overrides.ts';
import { reduce } from '../reduce.ts';
import { fieldKey, type Review } from '../review.ts';
import { type Compact, compact, expand } from './compact-action.ts';

/** One step of undoing: the actions that did it and those that take it back, in the order to be done. */
export interface Step {
  forward: Action[];
  backward: Action[];
  /** Further actions of the same group join this step: the letters of one word, say. */
  group?: string;
}

/** A step without the long texts that it does not change: understood beside the review that it leads to or from. */
export interface PackedStep {
  /** Each beside the review that the ones before it gave, from the review before the step on. */
  forward: Compact[];
  /** The same from the review after the step on. */
  backward: Compact[];
  packed: true;
  group?: string;
}

/** Actions as they are kept, each beside the review that the ones before it gave. */
export function inTurn(review: Review, actions: Action[]): Compact[] {
  let now = review;
  return actions.map((action) => {
    const kept = compact(now, action);
    now = reduce(now, action);
    return kept;
  });
}

/** The actions again; null when they are not of this review. */
export function inFull(review: Review, kept: Compact[]): Action[] | null {
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

/** @param after the review right after the step */
export function packed(step: Step | PackedStep, after: Review): PackedStep {
  if ('packed' in step) return step;
  const before = step.backward.reduce(reduce, after);
  return {
    ...step,
    forward: inTurn(before, step.forward),
    backward: inTurn(after, step.backward),
    packed: true,
  };
}

/** @param before the review right before the step */
export function packedAhead(step: Step | PackedStep, before: Review): PackedStep {
  return 'packed' in step ? step : packed(step, step.forward.reduce(reduce, before));
}

/** @param after the review right after the step */
export function unpacked(step: Step | PackedStep, after: Review): Step {
  if (!('packed' in step)) return step;
  const backward = inFull(after, step.backward) ?? [];
  const forward = inFull(backward.reduce(reduce, after), step.forward) ?? [];
  return { forward, backward, ...(step.group ? { group: step.group } : {}) };
}

/** @param before the review right before the step */
export function unpackedAhead(step: Step | PackedStep, before: Review): Step {
  if (!('packed' in step)) return step;
  const forward = inFull(before, step.forward) ?? [];
  const backward = inFull(forward.reduce(reduce, before), step.backward) ?? [];
  return { forward, backward, ...(step.group ? { group: step.group } : {}) };
}

/** A step with one more action in it. @param backward what takes that action back */
export function merged(step: Step, action: Action, backward: Action[]): Step {
  const last = step.forward.at(-1);
  // Typing: only the answer before the first letter and the one after the last matter.
  if (last && step.forward.length === 1 && isSameTyping(last, action)) return { ...step, forward: [action] };
  if (
    last?.do === 'override' &&
    action.do === 'override' &&
    step.forward.length === 1 &&
    problemKey(last.of) === problemKey(action.of)
  ) {
    return { ...step, forward: [action] };
  }
  return { ...step, forward: [...step.forward, action], backward: [...backward, ...step.backward] };
}

/** Whether one says anew what the other said, of the same places. */
function isSameTyping(last: Action, action: Action): boolean {
  if (last.do === 'answer' && action.do === 'answer') return fieldKey(last.at) === fieldKey(action.at);
  if (last.do !== 'answers' || action.do !== 'answers') return false;
  const places = ({ entries }: typeof last) => entries.map(({ at }) => fieldKey(at)).join(' ');
  return places(last) === places(action);
}
