import { clean, oneLine } from '../../../text/clean.ts';
import { isTyped } from '../../keys/key-name.ts';
import { lineEdit } from '../../keys/line-editing.ts';
import { moveToLetter, refusePaste } from '../edit/choosing.ts';
import { paste } from '../edit/typing.ts';
import { editOverlay, overlayText } from '../overlays/text-entry.ts';
import { typing } from '../page/text.ts';
import { under } from '../state/overlay.ts';
import { type NextState, type State, say } from '../state/state.ts';
import { afterKey, inWord, isBegunByWords, strayed, unstrayed, withStrayed } from './letters.ts';
import { helpRowsAt, press } from './table.ts';
import { insert } from './text.ts';

/** A longer pause between two keys is no work on the review. In milliseconds. */
const pause = 2 * 60 * 1000;

/** A key of that name, with the text that it types, at that time. */
export function pressed(state: State, name: string, input: string, now: number): NextState {
  const before = timed({ ...state, notice: null }, now);
  const outcome = helpful(before, press(before, name));
  if (outcome && 'effect' in outcome) return { ...outcome, state: afterKey(before, outcome.state, name) };
  if (outcome) return afterKey(before, withStrayed(before, outcome, name), name);
  const types = isTyped(name, input);
  const text = types ? clean(input).text : '';
  // A key that means nothing here leaves what is said on the screen.
  const idle = timed(state, now);
  if (state.overlay) {
    const edit = overlayText(before) && (types ? { edit: 'insert' as const, text } : lineEdit(name));
    return edit ? editOverlay(before, edit) : idle;
  }
  if (name === 'backspace' && before.stray !== '') return unstrayed(before);
  if (!types) return idle;
  if (typing(before)) return insert(before, text);
  if ((name === '?' || name === 'space') && before.stray === '') return idle;
  const moved = moveToLetter(before, text);
  return moved ? inWord(moved) : strayed(before, text);
}

/** Help that opens begins with where one is. */
function helpful(before: State, outcome: NextState | null): NextState | null {
  if (!outcome || 'effect' in outcome || outcome.overlay?.type !== 'help' || before.overlay?.type === 'help')
    return outcome;
  return { ...outcome, helpRows: helpRowsAt({ ...before, overlay: under(outcome.overlay) }) };
}

export function pasted(state: State, text: string, now: number): State {
  const before = timed({ ...state, notice: null }, now);
  if (state.overlay) {
    const line = oneLine(clean(text).text).text.replaceAll('\t', ' ');
    return overlayText(before) ? editOverlay(before, { edit: 'insert', text: line }) : state;
  }
  if (typing(before)) return paste(before, text);
  if (isBegunByWords(before)) return strayed(before, oneLine(clean(text).text).text);
  return refusePaste(before) ?? say(before, 'Nothing pasted: there is no text field here.');
}

function timed(state: State, now: number): State {
  const passed = now - state.now;
  const worked = passed > 0 && passed < pause ? passed / 1000 : 0;
  return { ...state, now, facts: { ...state.facts, worked: state.facts.worked + worked } };
}
