import type { Spoken } from '../../panel.ts';
import { menuOpen, pickedOption } from '../edit/choosing.ts';
import { typingAt } from '../page/text.ts';
import { type Block, isFocused } from '../page/view.ts';
import { itemsOf } from '../state/lookup.ts';
import type { State } from '../state/state.ts';
import { textBox } from './blocks/field.ts';
import { menuRowCount } from './blocks/options.ts';

/** What each of a block's so many rows is: its options one by one, all others as one thing. */
export function spokenRows(state: State, block: Block, count: number): Map<number, Spoken> {
  const whole = spokenAs(state, block);
  const said = new Map(Array.from({ length: count }, (_, at): [number, Spoken] => [at, whole]));
  if (!menuOpen(state, block)) return said;
  const picked = pickedOption(state, block);
  const first = count - menuRowCount(state, block, textBox(state, block).x);
  for (let at = first; at < count; at++) said.set(at, { role: 'radio', selected: at - first === picked });
  return said;
}

/** The role and state of a block; headings and words of the program have no role. */
function spokenAs(state: State, block: Block): Spoken {
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
