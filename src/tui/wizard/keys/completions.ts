import { canMove, chosenCompletion, moveCompletion, takeCompletion } from '../edit/offers/completing.ts';
import { completions } from '../page/offers/completions.ts';
import type { State } from '../state/state.ts';
import type { KeyRow } from './row.ts';

const isChosen = (state: State): boolean => chosenCompletion(state) !== undefined;

/** Where names or paths are suggested below the text. */
export const completionKeys: KeyRow[] = [
  {
    keys: ['enter'],
    group: 'In text',
    does: 'accepts the selected name or path',
    hint: 'take',
    when: isChosen,
    run: takeCompletion,
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
