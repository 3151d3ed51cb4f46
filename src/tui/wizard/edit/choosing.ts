import type { Value } from '../../../fields/value.ts';
import { answerAt } from '../../../review/review.ts';
import { bufferOf } from '../../../text/buffer.ts';
import { toggled } from '../controls/choices.ts';
import { controlOf } from '../controls/controls.ts';
import { markAt } from '../lists/follow-up.ts';
import { step } from '../navigation/navigate.ts';
import { withBuffer } from '../page/text.ts';
import { type Block, focusedBlock, isFocused } from '../page/view.ts';
import { answer } from '../state/commit.ts';
import { shownValue } from '../state/lookup.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';
import { answerOf, edit } from './typing.ts';

type FieldBlock = Extract<Block, { type: 'field' }>;

/** Whether the options of the focused choice are open, so that its menu has the keys. */
export function menuOpen(state: State, block: Block): block is FieldBlock {
  if (block.type !== 'field' || !isFocused(state, block) || state.own) return false;
  const given = answerAt(state.history.present, block.place);
  return controlOf(block.field).picks === 'one' && !(given && 'notApplicable' in given);
}

/** How many entries the menu of a choice has: its options, and behind them the reviewer's own words. */
export const menuLength = (block: FieldBlock): number =>
  optionsAt(block).length + (controlOf(block.field).typing === 'own' ? 1 : 0);

/** The entry that is picked out in the menu of a choice of one: at first the one that is the answer. */
export function pickedOption(state: State, block: FieldBlock): number {
  if (state.option !== null) return state.option;
  const value = shownValue(state.history.present, block.place, block.field);
  const options = optionsAt(block);
  const at = options.findIndex((option) => option.value === value);
  if (at >= 0) return at;
  return typeof value === 'string' && menuLength(block) > options.length ? options.length : 0;
}

/** Up and down in the menu of a choice of one, round its ends. */
export function movePick(state: State, by: 1 | -1): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  const length = menuLength(block);
  return { ...state, option: (pickedOption(state, block) + by + length) % length };
}

/** Takes the entry that is picked out and goes on, or the one of a number. */
export function pick(state: State, index?: number): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  const option = optionsAt(block)[index ?? pickedOption(state, block)];
  if (!option) return openOwn(state);
  const { value } = option;
  const picked = markAt(state, block.place, value) ?? answer(state, block.place, { value });
  return index === undefined ? step(picked, 1) : { ...picked, option: null };
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
  const control = controlOf(field);
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
  return block?.type === 'field' && controlOf(block.field).typing === 'own' && !isMarked(state, block);
}

const isMarked = (state: State, block: FieldBlock): boolean => {
  const given = answerAt(state.history.present, block.place);
  return given !== undefined && 'notApplicable' in given;
};

/** Whether a digit is the number of one of the menu's entries. */
export function namesOption(state: State, digit: string): boolean {
  const block = focusedBlock(state);
  return block?.type === 'field' && Number(digit) <= menuLength(block);
}

/** Back from the own words to the options. */
export function closeOwn(state: State): State {
  return { ...state, own: false, buffer: null };
}

const optionsAt = (block: FieldBlock) => controlOf(block.field).options?.(block.field) ?? [];

/** In a several-of choice the arrows move over the options and "in your own words" after them. */
export function moveOption(state: State, by: 1 | -1): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  const count = optionsAt(block).length + 1;
  const option = (state.option ?? 0) + by;
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
