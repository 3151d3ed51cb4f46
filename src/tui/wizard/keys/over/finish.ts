import {
  enterInFinish,
  finishesWithError,
  finishesWithPath,
  fixInFinish,
  moveInFinish,
  takeBackInFinish,
  turnInFinish,
} from '../../overlays/finish/finish.ts';
import type { KeyRow } from '../row.ts';

const group = 'In Finish';
const by = (key: string): 1 | -1 => (key === 'up' || key === 'shift+tab' ? -1 : 1);

/** The keys of Finish: its errors, the path of the report, and the pages on which something is left to do. */
export const finishKeys: KeyRow[] = [
  {
    keys: ['enter'],
    group,
    does: 'on to the next error; in the path: writes the report; at a page: goes there',
    hint: (state) =>
      finishesWithPath(state) ? 'write the report' : finishesWithError(state) ? 'next' : 'go there',
    over: ['finish'],
    run: enterInFinish,
  },
  {
    keys: ['tab', 'shift+tab'],
    shown: 'Tab',
    group,
    does: 'the next error, the path, or the pages; Shift+Tab the previous one',
    hint: 'next',
    over: ['finish'],
    run: (state, key) => turnInFinish(state, by(key)),
  },
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group,
    does: 'another error or page; in the path: another likely path',
    hint: (state) =>
      finishesWithPath(state) ? 'another path' : finishesWithError(state) ? 'another error' : 'another page',
    over: ['finish'],
    run: (state, key) => moveInFinish(state, by(key)),
  },
  {
    keys: ['alt+r'],
    group,
    does: 'applies the quick fix of the error',
    hint: 'fix it',
    hinted: (state) => fixInFinish(state) !== state,
    over: ['finish'],
    run: fixInFinish,
  },
  {
    keys: ['alt+o'],
    group,
    does: 'removes the reason for keeping the error',
    over: ['finish'],
    run: takeBackInFinish,
  },
];
