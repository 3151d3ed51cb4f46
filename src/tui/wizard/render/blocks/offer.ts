import type { Block } from '../../page/block.ts';
import { offerAt } from '../../page/offer.ts';
import { isFocused } from '../../page/view.ts';
import type { State } from '../../state/state.ts';
import { shown } from '../text.ts';

/** What is suggested at a block, and where it has the focus the key that accepts it; undefined where nothing is. */
export function offerWords(state: State, block: Block): string | undefined {
  const offer = offerAt(state, block);
  return offer && `suggested: ${shown(offer.words)}${isFocused(state, block) ? ', Enter accepts' : ''}`;
}
