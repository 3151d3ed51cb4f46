import type { Spoken } from '../../panel.ts';
import { typingAt } from '../page/text.ts';
import { type Block, isFocused } from '../page/view.ts';
import { itemsOf } from '../state/lookup.ts';
import type { State } from '../state/state.ts';

/** The role and state of a block; headings and words of the program have no role. */
export function spokenAs(state: State, block: Block): Spoken {
  const selected = isFocused(state, block);
  switch (block.type) {
    case 'field': {
      const how = typingAt(state, block);
      if (how) return { role: 'textbox', selected, ...(how === 'lines' && { multiline: true }) };
      return { role: 'radiogroup', selected };
    }
    case 'row':
      return { role: 'textbox', selected };
    case 'note':
      return { role: 'textbox', selected, multiline: true };
    case 'item': {
      const item = itemsOf(state.history.present, block.place, block.field)[block.index];
      return { role: 'checkbox', selected, checked: !block.empty && item?.done === true };
    }
    case 'issue':
    case 'entry':
      return { role: 'listitem', selected };
    case 'add-issue':
    case 'add-entry':
    case 'more':
    case 'finish':
      return { role: 'button', selected };
    case 'severity':
    case 'about':
      return { role: 'combobox', selected };
    default:
      return { selected: false };
  }
}
