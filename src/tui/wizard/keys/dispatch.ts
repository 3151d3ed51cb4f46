import { clean } from '../../../text/clean.ts';
import { takesOwn, typeOwn } from '../edit/choosing.ts';
import { paste } from '../edit/typing.ts';
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
  if (types && !state.overlay) {
    if (typing(before)) return insert(before, clean(input).text);
    const typed = name === 'space' ? before : typeOwn(before, clean(input).text);
    if (typed !== before) return typed;
  }
  // A key that means nothing here leaves what is said on the screen.
  return timed(state, now);
}

export function pasted(state: State, text: string, now: number): State {
  if (state.overlay) return state;
  const before = timed({ ...state, notice: null }, now);
  const ready = typing(before) === null && takesOwn(before) ? typeOwn(before, '') : before;
  return paste(ready, text);
}

function timed(state: State, now: number): State {
  const passed = now - state.now;
  const worked = passed > 0 && passed < pause ? passed / 1000 : 0;
  return { ...state, now, facts: { ...state.facts, worked: state.facts.worked + worked } };
}
