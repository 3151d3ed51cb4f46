import type { Action } from '../actions.ts';
import { inverseOf } from '../inverse.ts';
import { reduce } from '../reduce.ts';
import type { Review } from '../review.ts';
import { type ActionTarget, actionTarget } from './action-target.ts';
import { type Compact, compact } from './compact-action.ts';
import {
  compactInTurn,
  type Edits,
  expandInTurn,
  merged,
  type PackedEdits,
  packed,
  packedAhead,
  unpacked,
  unpackedAhead,
} from './undo-groups.ts';

/** What was done to a history, as it is kept to be done again: see `replay`. */
export type Change =
  | { did: 'record'; action: Compact; group?: string }
  | { did: 'undo' | 'redo'; actions: Compact[] };

/** A review and the way to and fro. `past`: the latest last; `future`: the next to be redone last. Plain data. */
export interface History {
  past: (Edits | PackedEdits)[];
  present: Review;
  future: (Edits | PackedEdits)[];
  /** How many changes there were. */
  made: number;
  /** The last few of them, the latest last. */
  recent: Change[];
}

/** Undo groups kept for undoing; older ones are let go, so that a long session does not grow without end. */
const remembered = 1000;

/** Changes that are remembered to be read off; a key makes one or two. */
const readOff = 32;

/** The groups of an earlier session, as `savedUndo` gave them beside this very review. */
export interface SavedUndo {
  past: PackedEdits[];
  future: PackedEdits[];
}

export function startHistory(review: Review, groups: SavedUndo = { past: [], future: [] }): History {
  return { ...groups, present: review, made: 0, recent: [] };
}

/**
 * Does the action and remembers how to take it back. Edits in a row under one `group` name
 * are undone together. An action that changes nothing gives the same history; any other forgets what was undone.
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
    const edits = {
      ...merged(unpacked(last, history.present), action, backward),
      ...(group ? { group } : {}),
    };
    return { past: history.past.with(-1, edits), present, future: [], ...change };
  }
  const edits: Edits = { forward: [action], backward, ...(group ? { group } : {}) };
  // What is done with is packed: a thousand groups in a long text would else be a thousand copies of it.
  const past = sealed(history.past.slice(1 - remembered), (one) => packed(one, history.present));
  return { past: [...past, edits], present, future: [], ...change };
}

/** Takes the last undo group back; the same history and nothing touched when there is none. */
export function undo(history: History): { history: History; touched: ActionTarget | null } {
  const last = history.past.at(-1);
  if (!last) return { history, touched: null };
  const edits = unpacked(last, history.present);
  const present = edits.backward.reduce(reduce, history.present);
  const touched = actionTarget(edits.forward[0], present, history.present);
  // Closed: what is typed after an undo is a group of its own.
  const { group: _closed, ...undone } = edits;
  return {
    history: {
      past: history.past.slice(0, -1),
      present,
      future: [...sealed(history.future, (edits) => packedAhead(edits, history.present)), undone],
      ...noted(history, { did: 'undo', actions: compactInTurn(history.present, edits.backward) }),
    },
    touched,
  };
}

/** Does the edits again that were undone last. */
export function redo(history: History): { history: History; touched: ActionTarget | null } {
  const next = history.future.at(-1);
  if (!next) return { history, touched: null };
  const edits = unpackedAhead(next, history.present);
  const present = edits.forward.reduce(reduce, history.present);
  const touched = actionTarget(edits.forward.at(-1), present, history.present);
  return {
    history: {
      past: [...sealed(history.past, (one) => packed(one, history.present)), edits],
      present,
      future: history.future.slice(0, -1),
      ...noted(history, { did: 'redo', actions: compactInTurn(history.present, edits.forward) }),
    },
    touched,
  };
}

/**
 * Does again what was done, on a history that holds the same review as then; null when it does not fit. Earlier
 * groups need not all be there: an undo says itself what it did.
 */
export function replay(history: History, change: Change): History | null {
  const actions = expandInTurn(history.present, change.did === 'record' ? [change.action] : change.actions);
  const [first] = actions ?? [];
  if (!actions) return null;
  if (change.did === 'record') return first ? record(history, first, change.group) : null;
  const gone = (change.did === 'undo' ? undo(history) : redo(history)).history;
  return { ...gone, present: actions.reduce(reduce, history.present), ...noted(history, change) };
}

/** The last groups to and fro, small enough to be kept with the draft: at most so many, and so many characters. */
export function savedUndo(history: History, most = 200, size = 200_000): SavedUndo {
  const past = sealed(history.past, (edits) => packed(edits, history.present));
  const future = sealed(history.future, (edits) => packedAhead(edits, history.present));
  return { past: lastOf(past, most, size), future: lastOf(future, most, size) };
}

/** Undo groups with the last one packed; those before it are already. */
function sealed(groups: History['past'], pack: (edits: Edits | PackedEdits) => PackedEdits): History['past'] {
  const last = groups.at(-1);
  return last ? groups.with(-1, pack(last)) : groups;
}

function lastOf(groups: History['past'], most: number, size: number): PackedEdits[] {
  const kept: PackedEdits[] = [];
  let left = size;
  for (const edits of groups.toReversed()) {
    if (!('packed' in edits) || kept.length === most) break;
    left -= JSON.stringify(edits).length;
    if (left < 0) break;
    kept.unshift(edits);
  }
  return kept;
}

const noted = (history: History, change: Change) => ({
  made: history.made + 1,
  recent: [...history.recent.slice(1 - readOff), change],
});
