import {
  canMove,
  chosenCompletion,
  hasCommon,
  moveCompletion,
  takeCommon,
  takeCompletion,
} from '../edit/offers/completing.ts';
import { completions } from '../page/offers/completions.ts';
import type { State } from '../state/state.ts';
import type { KeyRow } from './row.ts';

const isChosen = (state: State): boolean => chosenCompletion(state) !== undefined;

/** Where names or paths are suggested below the text. */
export const completionKeys: KeyRow[] = [
  {
    keys: ['enter', 'tab'],
    group: 'In text',
    does: 'accepts the selected name or path',
    hint: 'accept',
    when: isChosen,
    run: takeCompletion,
  },
  {
    keys: ['right'],
    group: 'In text',
    does: 'at the end of a text: completes what all names or paths that begin with it have in common',
    hint: 'complete',
    when: hasCommon,
    run: takeCommon,
  },
  {
    keys: ['down'],
    shown: '↑ ↓',
    group: 'In text',
    does: 'move over the names or paths below the text',
    hint: 'choose',
    hinted: (state) => completions(state) !== null,
    when: (state) => canMove(state, 1),
    run: (state) => moveCompletion(state, 1),
  },
  {
    keys: ['up'],
    group: 'In text',
    does: 'over those names or paths, back to the text',
    when: (state) => canMove(state, -1),
    run: (state) => moveCompletion(state, -1),
  },
  {
    keys: ['escape'],
    group: 'In text',
    does: 'closes the list of names or paths',
    hint: 'none',
    when: isChosen,
    run: (state) => ({ ...state, option: null }),
  },
];
