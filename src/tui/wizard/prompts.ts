import { mark } from './applicable.ts';
import { asCode } from './controls/code.ts';
import { fence } from './fencing.ts';
import { fieldAt, shownValue } from './lookup.ts';
import { filtered } from './sifting.ts';
import type { Outcome, State } from './state.ts';
import { markItem } from './ticking.ts';
import { answer } from './typing.ts';

/** What was typed into the prompt, done. */
export function submit(state: State, typed: string): Outcome {
  const { overlay } = state;
  if (overlay?.type !== 'prompt') return state;
  const closed: State = { ...state, overlay: null };
  const text = typed.trim();
  switch (overlay.ask.for) {
    case 'not-applicable':
      return mark(closed, overlay.ask.places, text);
    case 'item-not-applicable':
      return markItem(closed, overlay.ask.index, text);
    case 'fence':
      return fence(closed, text, overlay.ask);
    case 'filter':
      return filtered(closed, text);
    case 'language': {
      const { place } = overlay.ask;
      const field = fieldAt(state.template, state.history.present, place);
      if (!field) return closed;
      const code = asCode(shownValue(state.history.present, place, field));
      // Before any code is there, its language alone is kept: the field is still one without an answer.
      return answer(closed, place, { value: { text: code?.text ?? '', language: text } });
    }
  }
}
