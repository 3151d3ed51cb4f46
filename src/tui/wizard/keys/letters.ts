import { previousBoundary } from '../../../text/graphemes.ts';
import { truncateStart } from '../../../text/width.ts';
import { edit } from '../edit/typing.ts';
import { open } from '../lists/lists.ts';
import { step } from '../navigation/navigate.ts';
import { typing } from '../page/text.ts';
import { focusedBlock } from '../page/view.ts';
import { sameFocus } from '../state/focus.ts';
import { type State, say } from '../state/state.ts';
import type { KeyRow } from './row.ts';

/** Keys that go from field to field. Who leaves a text with one of them may go on typing. */
const goesOn = new Set(['tab', 'shift+tab', 'enter']);

/** It says that all is saved, and is no part of what one is doing. */
const saves = 'ctrl+s';

/** Whether a key types a character. `?` opens Help, which changes nothing. */
const isTyped = (key: string): boolean => key === 'space' || ([...key].length === 1 && key !== '?');

const isLetter = (key: string): boolean => isTyped(key) && !/^(?:\d|space)$/.test(key);

/**
 * Whether the keys of a row act now. Letters do not right after the focus came by Tab or Enter, and nothing that
 * types a character does after letters that meant nothing: that is text for a field which is not there.
 */
export function actsNow(state: State, { keys }: KeyRow): boolean {
  const { letters, overlay } = state;
  if (overlay || letters === 'commands') return true;
  return !keys.every(letters === 'arrived' ? isLetter : (key) => isTyped(key) || asksInTitle(state, key));
}

/** `?` is text in what is going to be the title of a new one. */
const asksInTitle = (state: State, key: string): boolean =>
  key === '?' && state.stray !== '' && isBegunByWords(state);

/** The state after a key, with what single letters mean from here on. */
export function afterKey(before: State, after: State, key: string): State {
  const letters = lettersAfter(before, after, key);
  const stray = letters === 'words' ? after.stray : '';
  return letters === after.letters && stray === after.stray ? after : { ...after, letters, stray };
}

function lettersAfter(before: State, after: State, key: string): State['letters'] {
  // A box that Space has ticked is no text: who does that uses keys.
  if (key === 'space' && before.letters === 'arrived' && after.history !== before.history) return 'commands';
  if (isTyped(key) || key === saves || before.overlay) return after.letters;
  const moved = !sameFocus(before.focus, after.focus) || before.page !== after.page;
  return goesOn.has(key) && moved ? 'arrived' : 'commands';
}

/** Text where nothing takes it: the characters that follow are no commands either. */
export function strayed(state: State, text: string): State {
  const stray = state.stray + text;
  return { ...say(state, instead(state, stray)), letters: 'words', stray };
}

/** Backspace takes back the last character that was typed where nothing takes it. */
export function unstrayed(state: State): State {
  const stray = state.stray.slice(0, previousBoundary(state.stray, state.stray.length));
  return { ...(stray === '' ? state : say(state, instead(state, stray))), stray };
}

/** What was typed on the row that adds one is what the new one is called, where Enter has added it, and goes on. */
export function withStrayed(before: State, after: State, key: string): State {
  const isAdded = key === 'enter' && isAdding(before) && after.open !== null && typing(after) !== null;
  return isAdded && before.stray !== ''
    ? step(edit(after, { edit: 'insert', text: before.stray }), 1)
    : after;
}

const isAdding = (state: State): boolean => {
  const { type } = focusedBlock(state) ?? {};
  return type === 'add-issue' || type === 'add-entry';
};

/** Whether what is typed here begins what Enter adds: not where that begins with a field that takes no text. */
export const isBegunByWords = (state: State): boolean => isAdding(state) && typing(open(state)) !== null;

/** After a letter in a choice, which went to an option: the rest of the word picks nothing. */
export const inWord = (state: State): State => ({ ...state, letters: 'words' });

function instead(state: State, stray: string): string {
  const typed = `“${truncateStart(stray, 40)}”`;
  switch (focusedBlock(state)?.type) {
    case 'add-issue':
    case 'add-entry':
      return isBegunByWords(state)
        ? `No text field here. Enter adds one called ${typed}.`
        : `${typed} was not typed: there is no text field here. Enter adds one.`;
    case 'issue':
    case 'entry':
    case 'item':
      return `${typed} was not typed: there is no text field here. Press ↑ or ↓ to use letters as keys.`;
    default:
      return `${typed} was not typed: there is no text field here.`;
  }
}
