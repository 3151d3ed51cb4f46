import { typing } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import { menuOpen } from '../render/blocks/field.ts';
import type { State } from '../state/state.ts';

/** Whether a piece of one of these types has the focus, and no text is typed into it. */
export const at =
  (...types: Block['type'][]) =>
  (state: State): boolean => {
    const piece = focusedBlock(state);
    return piece !== undefined && types.includes(piece.type) && typing(state) === null;
  };

/** The menu of a choice takes the keys that are its own by itself (arrows, digits, Enter). */
export const inMenu = (state: State): boolean => {
  const piece = focusedBlock(state);
  return piece !== undefined && menuOpen(state, piece);
};
