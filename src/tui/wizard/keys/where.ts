import { menuOpen } from '../edit/choosing.ts';
import { typing } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import type { State } from '../state/state.ts';

/** Whether a block of one of these types has the focus, and no text is typed into it. */
export const at =
  (...types: Block['type'][]) =>
  (state: State): boolean => {
    const block = focusedBlock(state);
    return block !== undefined && types.includes(block.type) && typing(state) === null;
  };

/** The menu of a choice takes the keys that are its own by itself (arrows, digits, Enter). */
export const inMenu = (state: State): boolean => {
  const block = focusedBlock(state);
  return block !== undefined && menuOpen(state, block);
};
