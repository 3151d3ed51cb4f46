import type { Value } from '../../../fields/value.ts';
import { answerAt } from '../../../review/review.ts';
import { bufferOf } from '../../../text/buffer.ts';
import { toggled } from '../controls/choices.ts';
import { controls } from '../controls/controls.ts';
import { markAt } from '../lists/follow-up.ts';
import { step } from '../navigation/navigate.ts';
import { withBuffer } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import { answer } from '../state/commit.ts';
import { shownValue } from '../state/lookup.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';
import { answerOf, edit } from './typing.ts';

type FieldBlock = Extract<Block, { type: 'field' }>;

/** What the last entry of a choice's menu gives instead of an option. */
export const ownWordsValue = '\u0000own';

/** An option of the focused choice is taken; `goOn` for Enter, not for a digit. */
export function pick(state: State, value: string, goOn: boolean): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  if (value === ownWordsValue) return openOwn(state);
  const picked = markAt(state, block.place, value) ?? answer(state, block.place, { value });
  return goOn ? step(picked, 1) : picked;
}

/** Opens the text for the reviewer's own words, with what is answered now to start from. */
function openOwn(state: State): State {
  return withBuffer(openGroup({ ...state, own: true }));
}

/**
 * A letter where the options of a choice have the keys: one's own words, with that letter in them. They begin
 * anew over an option; words that are one's own already go on.
 */
export function typeOwn(state: State, text: string): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field' || state.own || isMarked(state, block)) return state;
  const { field, place } = block;
  const control = controls[field.kind];
  const options = optionsAt(block).map((option) => option.value);
  if (control.typing !== 'own') {
    return control.picks ? say(state, `Pick one of: ${options.join(', ')}.`) : state;
  }
  const given = control.text(shownValue(state.history.present, place, field), field);
  const before = options.includes(given) ? '' : given;
  const gap = control.picks === 'several' && before !== '' ? ' / ' : '';
  const opened = openOwn({ ...state, option: options.length });
  return edit({ ...opened, buffer: bufferOf(before + gap) }, { edit: 'insert', text });
}

/** Whether the options of the focused choice can be typed over: then a paste is one's own words too. */
export function takesOwn(state: State): boolean {
  const block = focusedBlock(state);
  return block?.type === 'field' && controls[block.field.kind].typing === 'own' && !isMarked(state, block);
}

const isMarked = (state: State, block: FieldBlock): boolean => {
  const given = answerAt(state.history.present, block.place);
  return given !== undefined && 'notApplicable' in given;
};

/** Whether a digit is the number of one of the menu's entries. */
export function namesOption(state: State, digit: string): boolean {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return false;
  const own = controls[block.field.kind].typing === 'own' ? 1 : 0;
  return Number(digit) <= optionsAt(block).length + own;
}

/** Back from the own words to the options. */
export function closeOwn(state: State): State {
  return { ...state, own: false, buffer: null };
}

const optionsAt = (block: FieldBlock) => controls[block.field.kind].options?.(block.field) ?? [];

/** In a several-of choice the arrows move over the options and "in your own words" after them. */
export function moveOption(state: State, by: 1 | -1): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  const count = optionsAt(block).length + 1;
  const option = state.option + by;
  if (option < 0 || option >= count) return step(state, by);
  return { ...state, option };
}

/** Ticks or unticks an option by its index; past the last one, opens the own words. */
export function toggleOption(state: State, index: number): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  const options = optionsAt(block);
  if (index === options.length) return openOwn({ ...state, option: index });
  const option = options[index];
  if (!option) return typeOwn(state, String(index + 1));
  const before = shownValue(state.history.present, block.place, block.field);
  const values = options.map((one) => one.value);
  const next: Value = toggled(before, option.value, values);
  return { ...answer(state, block.place, answerOf(block.field, next)), option: index };
}

/** Backspace or Delete in a choice: unanswered again. */
export function clearChoice(state: State): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  return markAt(state, block.place, null) ?? answer(state, block.place, null);
}
