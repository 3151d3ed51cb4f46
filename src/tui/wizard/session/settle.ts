import { tidiedAfter } from '../edit/tidying.ts';
import { walkAfter } from '../lists/plan-walk.ts';
import { scrolledAfter } from '../render/scroll.ts';
import type { State } from '../state/state.ts';

/** The state after a transition, with what was typed tidied when it is left, and the focus on the screen. */
export function settled(before: State, after: State): State {
  return after === before ? before : scrolledAfter(before, walkAfter(tidiedAfter(before, after)));
}
