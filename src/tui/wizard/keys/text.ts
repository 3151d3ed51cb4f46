import type { Motion } from '../../../text/buffer.ts';
import { editKeys } from '../../keys/line-editing.ts';
import { controlOf } from '../controls/controls.ts';
import { askFence, expectsCode, inProse, languageAt } from '../edit/code-fences.ts';
import { dropRow, joinRow, nextRow } from '../edit/list-rows.ts';
import { offered, takeOffer } from '../edit/offers/offers.ts';
import { endItem } from '../edit/ticking.ts';
import { edit } from '../edit/typing.ts';
import { isOpenEmpty, leaveOut } from '../lists/lists.ts';
import { step } from '../navigation/navigate.ts';
import { typing } from '../page/text.ts';
import { focusedBlock } from '../page/view.ts';
import { geometryOf } from '../render/geometry.ts';
import { boxOf } from '../render/layout.ts';
import { promptOverlay } from '../state/overlay.ts';
import type { State } from '../state/state.ts';
import type { KeyRow } from './row.ts';

const isTyping = (state: State) => typing(state) !== null;
const inLines = (state: State) => typing(state) === 'lines';
const inRow = (state: State) => focusedBlock(state)?.type === 'row';

function motion(state: State, what: Motion): State {
  const block = focusedBlock(state);
  const width = (block && boxOf(state, block)?.width) ?? 80;
  return edit(state, { edit: 'move', motion: what, width, rows: geometryOf(state.size).height - 1 });
}

/** Up and down go through the rows of the text; at its edge, in one-line fields, to the next stop. */
function upOrDown(state: State, by: 1 | -1): State {
  const moved = motion(state, by === 1 ? 'down' : 'up');
  const stuck = moved.buffer?.caret === state.buffer?.caret;
  return stuck && !inLines(state) ? step(state, by) : moved;
}

/** The keys that edit any text, here with the columns that the text is wrapped to. */
const editRows: KeyRow[] = editKeys.map(({ keys, does, edit: what }) => ({
  keys,
  group: 'In text',
  does,
  when: isTyping,
  run: (state) => (what.edit === 'move' ? motion(state, what.motion) : edit(state, what)),
}));

export const textKeys: KeyRow[] = [
  {
    keys: ['enter'],
    group: 'In a list of issues or items',
    does: 'in a new one with nothing in it: discards it and goes on',
    hint: 'discard it',
    when: isOpenEmpty,
    run: leaveOut,
  },
  {
    keys: ['enter'],
    group: 'In text',
    does: 'accepts what is suggested (today, the version, …) while the field is empty',
    hint: 'accept',
    when: (state) => offered(state) !== undefined,
    run: takeOffer,
  },
  {
    keys: ['enter'],
    group: 'In text',
    does: 'in long text: a new line',
    hint: 'new line',
    when: inLines,
    run: (state) => edit(state, { edit: 'insert', text: '\n' }),
  },
  {
    keys: ['enter'],
    group: 'In a list',
    does: 'in an empty entry: on to the next field',
    hint: 'next field',
    when: (state) => inRow(state) && state.buffer?.text === '',
    run: nextRow,
  },
  {
    keys: ['enter'],
    group: 'In a list',
    does: 'the next entry',
    hint: 'next entry',
    when: inRow,
    run: nextRow,
  },
  {
    keys: ['enter'],
    group: 'In a checklist',
    does: 'ends the text of an item',
    hint: 'done',
    when: (state) => isTyping(state) && focusedBlock(state)?.type === 'item',
    run: (state) => endItem(state, true),
  },
  {
    keys: ['backspace'],
    group: 'In a list',
    does: 'in an empty entry: removes it',
    when: (state) => inRow(state) && state.buffer?.text === '',
    run: dropRow,
  },
  {
    keys: ['backspace'],
    group: 'In a list',
    does: 'at the start of an entry: joins it to the one above',
    when: (state) => inRow(state) && state.buffer?.caret === 0,
    run: joinRow,
  },
  {
    keys: ['ctrl+l'],
    group: 'In text',
    does: 'the language of the code',
    hint: 'language',
    when: (state) => {
      const block = focusedBlock(state);
      return block?.type === 'field' && controlOf(block.field).language !== undefined && isTyping(state);
    },
    run: askLanguage,
  },
  {
    keys: ['ctrl+l'],
    group: 'In text',
    does: 'in long text: sets it, or what was just pasted, as code',
    hint: 'as code',
    hinted: expectsCode,
    when: inProse,
    run: askFence,
  },
  { keys: ['up'], group: 'In text', does: 'up', when: isTyping, run: (state) => upOrDown(state, -1) },
  { keys: ['down'], group: 'In text', does: 'down', when: isTyping, run: (state) => upOrDown(state, 1) },
  ...editRows,
];

function askLanguage(state: State): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  return {
    ...state,
    overlay: promptOverlay(
      'Language of the code',
      languageAt(state, block.place, block.field) ?? '',
      'go, ts, sql, …; empty: none',
      { for: 'language', place: block.place },
    ),
  };
}

/** A letter where text is typed. */
export const insert = (state: State, text: string): State => edit(state, { edit: 'insert', text });
