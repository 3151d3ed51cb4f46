import { isNotApplicable, type Value } from '../../../fields/value.ts';
import { answerAt } from '../../../review/review.ts';
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
import { answerOf } from './typing.ts';

type FieldBlock = Extract<Block, { type: 'field' }>;

/** Whether the options of the focused choice are open, so that its menu has the keys. */
export function menuOpen(state: State, block: Block): block is FieldBlock {
  if (block.type !== 'field' || !isFocused(state, block) || state.own) return false;
  return controlOf(block.field).picks === 'one' && !isMarked(state, block);
}

/** The last option of a choice that takes the reviewer's own words. */
export const otherLabel = 'other…';

/** How many entries the menu of a choice has: its options, and behind them the reviewer's own words. */
export const menuLength = (block: FieldBlock): number =>
  optionsAt(block).length + (controlOf(block.field).typing === 'own' ? 1 : 0);

/** How many options of the focused choice have a number, the reviewer's own words among them. */
export function optionCount(state: State): number {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return 0;
  return controlOf(block.field).picks === 'several' ? optionsAt(block).length + 1 : menuLength(block);
}

/**
 * The entry that is highlighted in a choice of one: what the reviewer moved to, else the answer; null while there is
 * neither, so that nothing is taken by accident.
 */
export function pickedOption(state: State, block: FieldBlock): number | null {
  if (state.option !== null) return state.option;
  const value = shownValue(state.history.present, block.place, block.field);
  const options = optionsAt(block);
  const at = options.findIndex((option) => option.value === value);
  if (at >= 0) return at;
  return typeof value === 'string' && menuLength(block) > options.length ? options.length : null;
}

/** Moves the highlight of a choice of one, round its ends; the first move goes to an end. */
export function movePick(state: State, by: 1 | -1): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field') return state;
  const length = menuLength(block);
  const from = pickedOption(state, block) ?? (by === 1 ? -1 : length);
  return { ...state, option: (from + by + length) % length };
}

/** Enter in a choice of one: takes the option that the reviewer moved to; without one it only goes on. */
export const takePick = (state: State): State =>
  state.option === null ? step(state, 1) : pick(state, state.option, true);

/** Picks an option by its index; behind the options, opens the reviewer's own words; past those, nothing. */
export function pick(state: State, index: number, goOn = false): State {
  const block = focusedBlock(state);
  if (block?.type !== 'field' || index >= menuLength(block)) return state;
  const option = optionsAt(block)[index];
  if (!option) return openOwn(state);
  const { value } = option;
  const picked = markAt(state, block.place, value) ?? answer(state, block.place, { value });
  return goOn ? step(picked, 1) : { ...picked, option: null };
}

/** Opens the text for the reviewer's own words, with what is answered now to start from. */
function openOwn(state: State): State {
  return withBuffer(openGroup({ ...state, own: true }));
}

/** Moves to the next option that begins with a letter, in any choice; null where no choice takes letters. */
export function moveToLetter(state: State, letter: string): State | null {
  const block = pickable(state);
  if (!block) return null;
  const options = optionsAt(block);
  const labels = options.map(({ label }) => label);
  if (menuLength(block) > options.length) labels.push(otherLabel);
  const from = (controlOf(block.field).picks === 'one' ? pickedOption(state, block) : state.option) ?? -1;
  const ahead = labels.map((_, at) => (from + 1 + at) % labels.length);
  const found = ahead.find((at) => labels[at]?.toLowerCase().startsWith(letter.toLowerCase()));
  if (found !== undefined) return { ...state, option: found };
  return say(state, `No option begins with “${letter}”. ${howToPick(block)}`);
}

/** What a paste does where a choice has the keys: it says how the text can be put in; null where no choice has them. */
export function refusePaste(state: State): State | null {
  const block = pickable(state);
  return block && say(state, `Nothing pasted. ${howToPick(block)}`);
}

/** The choice that has the keys; null where none has, or where text is typed into it. */
function pickable(state: State): FieldBlock | null {
  const block = focusedBlock(state);
  if (block?.type !== 'field' || state.own || isMarked(state, block)) return null;
  return controlOf(block.field).picks ? block : null;
}

const howToPick = (block: FieldBlock): string =>
  controlOf(block.field).typing === 'own'
    ? `Choose “${otherLabel}” first to use your own words.`
    : `Pick one of: ${optionsAt(block)
        .map(({ value }) => value)
        .join(', ')}.`;

const isMarked = (state: State, block: FieldBlock): boolean =>
  isNotApplicable(answerAt(state.history.present, block.place));

/** Back from the own words to the options. */
export function closeOwn(state: State): State {
  return { ...state, own: false, buffer: null, option: null };
}

const optionsAt = (block: FieldBlock) => controlOf(block.field).options?.(block.field) ?? [];

/** In a several-of choice the arrows move over the options and the own words after them. */
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
  if (!option) return state;
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
