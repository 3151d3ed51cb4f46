import { step } from '../../navigation/navigate.ts';
import { offerAt } from '../../page/offers/offer.ts';
import { typing } from '../../page/text.ts';
import { focusedBlock } from '../../page/view.ts';
import { answer } from '../../state/commit.ts';
import type { State } from '../../state/state.ts';
import { menuOpen } from '../choosing.ts';

/** What is suggested for what has the focus, while it has no answer and no option is moved to. */
export function offered(state: State) {
  const block = focusedBlock(state);
  if (!block) return undefined;
  const takesIt = typing(state) !== null || (menuOpen(state, block) && state.option === null);
  return takesIt ? offerAt(state, block) : undefined;
}

/** Accepts what is suggested and goes on. */
export function takeOffer(state: State): State {
  const block = focusedBlock(state);
  const offer = offered(state);
  if (!block || !('place' in block) || !offer) return state;
  return step(answer(state, block.place, { value: offer.value }), 1);
}
