import { applyEdit, type Buffer, bufferOf, type Edit } from '../../../text/buffer.ts';
import { typedInto } from '../../picker/picker.ts';
import { typedSoFar } from '../edit/prompts.ts';
import type { State } from '../state/state.ts';
import { finishText, typedIntoFinish } from './finish/finish.ts';

/** The text that is being typed into what lies over the page; null where nothing is. */
export function overlayText(state: State): Buffer | null {
  const { overlay } = state;
  switch (overlay?.type) {
    case 'palette':
    case 'problems':
    case 'reading':
    case 'links':
    case 'folders':
    case 'lines':
    case 'scans':
    case 'merge':
      return overlay.picker.query;
    case 'triage':
      return overlay.typing ? overlay.picker.query : null;
    case 'help':
      return overlay.query;
    case 'prompt':
      return overlay.text;
    case 'finish':
      return finishText(state, overlay);
    default:
      return null;
  }
}

/** An edit of the text that is being typed into what lies over the page. */
export function editOverlay(state: State, edit: Edit): State {
  const { overlay } = state;
  switch (overlay?.type) {
    case 'palette':
    case 'problems':
    case 'reading':
    case 'links':
    case 'folders':
    case 'lines':
    case 'scans':
    case 'merge':
    case 'triage':
      return { ...state, overlay: { ...overlay, picker: typedInto(overlay.picker, edit) } };
    case 'help': {
      const query = applyEdit(overlay.query, edit);
      const same = query.text === overlay.query.text;
      return { ...state, overlay: { ...overlay, query, scroll: same ? overlay.scroll : 0 } };
    }
    case 'prompt': {
      const text = applyEdit(overlay.text, edit);
      const moved: State = { ...state, overlay: { ...overlay, text } };
      return text.text === overlay.text.text ? moved : typedSoFar(moved, text.text);
    }
    case 'finish':
      return typedIntoFinish(state, overlay, applyEdit(finishText(state, overlay) ?? bufferOf(''), edit));
    default:
      return state;
  }
}
