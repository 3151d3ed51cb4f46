import { redoUnder, undoUnder } from '../edit/fixes.ts';
import { scrolledBy } from '../overlays/overwrite.ts';
import type { State } from '../state/state.ts';
import type { KeyRow } from './row.ts';

/** Scrolls the difference to a report that is there already. */
const scrollDifference =
  (by: 1 | -1) =>
  (state: State): State => {
    const { overlay } = state;
    if (overlay?.type !== 'exists') return state;
    return { ...state, overlay: scrolledBy(overlay, by, state.size) };
  };

const differing = (state: State) => state.overlay?.type === 'exists';

export const differenceKeys: KeyRow[] = [
  {
    keys: ['pagedown'],
    group: 'Everywhere',
    does: 'scrolls the difference to a report that is there',
    over: true,
    when: differing,
    run: scrollDifference(1),
  },
  {
    keys: ['pageup'],
    group: 'Everywhere',
    does: 'scrolls it back',
    over: true,
    when: differing,
    run: scrollDifference(-1),
  },
];

const overFound = ({ overlay }: State) => overlay?.type === 'problems' || overlay?.type === 'finish';

/** Where what the checks found is listed. The lists take their own keys by themselves. */
export const foundKeys: KeyRow[] = [
  {
    keys: ['alt+r'],
    group: 'In the problems, and in Finish',
    does: 'does what a check offers, and the list goes on without it',
    over: true,
    when: overFound,
    run: (state) => state,
  },
  {
    keys: ['alt+o'],
    group: 'In the problems, and in Finish',
    does: 'takes back the reason why an error stands',
    over: true,
    when: overFound,
    run: (state) => state,
  },
  {
    keys: ['ctrl+z'],
    group: 'In the problems, and in Finish',
    does: 'undo, and the list stays',
    over: true,
    when: overFound,
    run: undoUnder,
  },
  {
    keys: ['ctrl+y'],
    group: 'In the problems, and in Finish',
    does: 'redo, and the list stays',
    over: true,
    when: overFound,
    run: redoUnder,
  },
];
