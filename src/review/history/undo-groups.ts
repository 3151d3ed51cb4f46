import type { Action } from '../actions.ts';
import { problemKey } from '../overrides.ts';
import { reduce } from '../reduce.ts';
import { fieldKey, type Review } from '../review.ts';
import { type Compact, compact, expand } from './compact-action.ts';

/** What one undo takes back: the actions that did it and those that undo them, in the order to be done. */
export interface Edits {
  forward: Action[];
  backward: Action[];
  /** The name of the undo group: further actions under it join these, such as the letters of one word. */
  group?: string;
}

/** The same without the long texts that it does not change: understood beside the review that it leads to or from. */
export interface PackedEdits {
  /** Each beside the review that the ones before it gave, from the review before the first on. */
  forward: Compact[];
  /** The same from the review after the last on. */
  backward: Compact[];
  packed: true;
  group?: string;
}

/** Actions as they are kept, each beside the review that the ones before it gave. */
export function compactInTurn(review: Review, actions: Action[]): Compact[] {
  let now = review;
  return actions.map((action) => {
    const kept = compact(now, action);
    now = reduce(now, action);
    return kept;
  });
}

/** The actions again; null when they are not of this review. */
export function expandInTurn(review: Review, kept: Compact[]): Action[] | null {
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

/** @param after the review right after the edits */
export function packed(edits: Edits | PackedEdits, after: Review): PackedEdits {
  if ('packed' in edits) return edits;
  const before = edits.backward.reduce(reduce, after);
  return {
    ...edits,
    forward: compactInTurn(before, edits.forward),
    backward: compactInTurn(after, edits.backward),
    packed: true,
  };
}

/** @param before the review right before the edits */
export function packedAhead(edits: Edits | PackedEdits, before: Review): PackedEdits {
  return 'packed' in edits ? edits : packed(edits, edits.forward.reduce(reduce, before));
}

/** @param after the review right after the edits */
export function unpacked(edits: Edits | PackedEdits, after: Review): Edits {
  if (!('packed' in edits)) return edits;
  const backward = expandInTurn(after, edits.backward) ?? [];
  const forward = expandInTurn(backward.reduce(reduce, after), edits.forward) ?? [];
  return { forward, backward, ...(edits.group ? { group: edits.group } : {}) };
}

/** @param before the review right before the edits */
export function unpackedAhead(edits: Edits | PackedEdits, before: Review): Edits {
  if (!('packed' in edits)) return edits;
  const forward = expandInTurn(before, edits.forward) ?? [];
  const backward = expandInTurn(forward.reduce(reduce, before), edits.backward) ?? [];
  return { forward, backward, ...(edits.group ? { group: edits.group } : {}) };
}

/** The edits with one more action. @param backward what takes that action back */
export function merged(edits: Edits, action: Action, backward: Action[]): Edits {
  const last = edits.forward.at(-1);
  // Typing: only the answer before the first letter and the one after the last matter.
  if (last && edits.forward.length === 1 && isSameTyping(last, action))
    return { ...edits, forward: [action] };
  if (
    last?.do === 'override' &&
    action.do === 'override' &&
    edits.forward.length === 1 &&
    problemKey(last.of) === problemKey(action.of)
  ) {
    return { ...edits, forward: [action] };
  }
  return { ...edits, forward: [...edits.forward, action], backward: [...backward, ...edits.backward] };
}

/** Whether one says anew what the other said, of the same places. */
function isSameTyping(last: Action, action: Action): boolean {
  if (last.do === 'answer' && action.do === 'answer') return fieldKey(last.at) === fieldKey(action.at);
  if (last.do !== 'answers' || action.do !== 'answers') return false;
  const places = ({ entries }: typeof last) => entries.map(({ at }) => fieldKey(at)).join(' ');
  return places(last) === places(action);
}
