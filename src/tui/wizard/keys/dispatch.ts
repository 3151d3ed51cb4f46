import { clean, oneLine } from '../../../text/clean.ts';
import { lineEdit } from '../../keys/line-editing.ts';
import { takesOwn, typeOwn } from '../edit/choosing.ts';
import { paste } from '../edit/typing.ts';
import { editOverlay, overlayText } from '../overlays/text-entry.ts';
import { typing } from '../page/text.ts';
import type { NextState, State } from '../state/state.ts';
import { press } from './table.ts';
import { insert } from './text.ts';

/** A longer pause between two keys is no work on the review. In milliseconds. */
const pause = 2 * 60 * 1000;

/** A key of that name, with the text that it types, at that time. */
export function pressed(state: State, name: string, input: string, now: number): NextState {
  const before = timed({ ...state, notice: null }, now);
  const outcome = press(before, name);
  if (outcome) return outcome;
  const types = input !== '' && !/^(?:ctrl|alt)\+/.test(name) && /[^\x00-\x1f\x7f]/.test(input);
  const text = types ? clean(input).text : '';
  if (state.overlay) {
    const edit = overlayText(before) && (types ? { edit: 'insert' as const, text } : lineEdit(name));
    return edit ? editOverlay(before, edit) : timed(state, now);
  }
  if (types) {
    if (typing(before)) return insert(before, text);
    const typed = name === 'space' ? before : typeOwn(before, text);
    if (typed !== before) return typed;
  }
  // A key that means nothing here leaves what is said on the screen.
  return timed(state, now);
}

export function pasted(state: State, text: string, now: number): State {
  const before = timed({ ...state, notice: null }, now);
  if (state.overlay) {
    const line = oneLine(clean(text).text).text.replaceAll('\t', ' ');
    return overlayText(before) ? editOverlay(before, { edit: 'insert', text: line }) : state;
  }
  const ready = typing(before) === null && takesOwn(before) ? typeOwn(before, '') : before;
  return paste(ready, text);
}

function timed(state: State, now: number): State {
  const passed = now - state.now;
  const worked = passed > 0 && passed < pause ? passed / 1000 : 0;
  return { ...state, now, facts: { ...state.facts, worked: state.facts.worked + worked } };
}
