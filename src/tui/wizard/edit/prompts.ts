import { newPicker } from '../../picker/picker.ts';
import { asCode } from '../controls/code.ts';
import { filtered } from '../lists/filter.ts';
import { answer } from '../state/commit.ts';
import { fieldAt, shownValue } from '../state/lookup.ts';
import { type NextState, type State, say } from '../state/state.ts';
import { fence } from './code-fences.ts';
import { overrideProblem } from './fixes.ts';
import { markAsked, reasonGroup, reasonSoFar } from './not-applicable.ts';
import { itemReasonSoFar, markItem } from './ticking.ts';

/** What stands in the prompt by now; a reason is kept with every letter. */
export function typedSoFar(state: State, text: string): State {
  const { overlay } = state;
  if (overlay?.type !== 'prompt') return state;
  const { ask } = overlay;
  switch (ask.for) {
    case 'not-applicable':
      return { ...reasonSoFar(state, ask.places, ask.before, text), notice: state.notice };
    case 'item-not-applicable':
      return itemReasonSoFar(state, ask, text);
    case 'override':
      return { ...overrideProblem(state, ask.of, text), notice: state.notice };
    default:
      return state;
  }
}

/** What was typed into the prompt, done. */
export function submit(state: State, typed: string): NextState {
  const { overlay } = state;
  if (overlay?.type !== 'prompt') return state;
  const closed: State = { ...state, overlay: null };
  const text = typed.trim();
  switch (overlay.ask.for) {
    case 'not-applicable':
      return markAsked(closed, overlay.ask.places, text, reasonGroup(state, overlay.ask.places));
    case 'item-not-applicable':
      return markItem(closed, overlay.ask.index, text, reasonGroup(state, [overlay.ask.place]));
    case 'override':
      return { ...state, overlay: { type: 'problems', list: 'found', picker: newPicker } };
    case 'fence':
      return fence(closed, text, overlay.ask);
    case 'filter':
      return filtered(closed, text);
    case 'lines': {
      const { issue } = overlay.ask;
      if (text === '') return closed;
      return { state: say(closed, 'Searching…'), effect: { do: 'find', words: text, issue } };
    }
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
