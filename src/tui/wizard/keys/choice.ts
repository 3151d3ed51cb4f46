import { isNotApplicable } from '../../../fields/value.ts';
import { answerAt } from '../../../review/review.ts';
import { digitsInWords } from '../../keys/key-rows.ts';
import { controlOf } from '../controls/controls.ts';
import {
  clearChoice,
  moveOption,
  movePick,
  optionCount,
  pick,
  takePick,
  toggleOption,
} from '../edit/choosing.ts';
import { offered, takeOffer } from '../edit/offers/offers.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import type { State } from '../state/state.ts';
import type { KeyRow } from './row.ts';
import { inMenu } from './where.ts';

const several = (state: State): boolean => {
  const block = focusedBlock(state);
  return block?.type === 'field' && controlOf(block.field).picks === 'several' && openToPick(state, block);
};

const openToPick = (state: State, block: Extract<Block, { type: 'field' }>): boolean => {
  if (state.own) return false;
  return !isNotApplicable(answerAt(state.history.present, block.place));
};

const group = 'In a choice';

export const choiceKeys: KeyRow[] = [
  {
    keys: ['up', 'down', 'left', 'right'],
    shown: '← → ↑ ↓',
    group,
    does: 'move over the options; a letter moves to the next one that begins with it',
    hint: 'choose',
    when: inMenu,
    run: (state, key) => movePick(state, key === 'up' || key === 'left' ? -1 : 1),
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1–9',
    hintKeys: (state) => digitsInWords(optionCount(state)),
    group,
    does: 'picks an option; the last one, other…, is for your own words',
    hint: 'pick',
    when: inMenu,
    run: (state, key) => pick(state, Number(key) - 1),
  },
  {
    keys: ['enter'],
    group,
    does: 'accepts what is suggested, where no option is moved to',
    hint: 'accept',
    when: (state) => inMenu(state) && offered(state) !== undefined,
    run: takeOffer,
  },
  {
    keys: ['enter'],
    group,
    does: 'picks the selected option and goes on; without one, only goes on',
    hint: (state) => (state.option === null ? 'next' : 'choose'),
    when: inMenu,
    run: takePick,
  },
  {
    keys: ['up', 'down'],
    shown: '↑ ↓',
    group,
    does: 'move over the options, where several can be ticked',
    hint: 'move',
    when: several,
    run: (state, key) => moveOption(state, key === 'up' ? -1 : 1),
  },
  {
    keys: ['space'],
    group,
    does: 'ticks the option, where several can be',
    hint: 'tick',
    when: several,
    run: (state) => toggleOption(state, state.option ?? 0),
  },
  {
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1–9',
    hintKeys: (state) => digitsInWords(optionCount(state)),
    group,
    does: 'ticks an option',
    hint: 'tick',
    when: several,
    run: (state, key) => toggleOption(state, Number(key) - 1),
  },
  {
    keys: ['backspace', 'delete'],
    shown: 'Backspace',
    group,
    does: 'clears the answer; so does Delete',
    hint: 'clear',
    hinted: (state) => clearChoice(state) !== state,
    when: (state) => inMenu(state) || several(state),
    run: clearChoice,
  },
];
