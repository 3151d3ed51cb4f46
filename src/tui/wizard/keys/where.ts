import { menuOpen } from '../looks/field.ts';
import type { State } from '../state.ts';
import { typing } from '../typing.ts';
import { focusedPiece, type Piece } from '../view.ts';

/** Whether a piece of one of these types has the focus, and no text is typed into it. */
export const at =
  (...types: Piece['type'][]) =>
  (state: State): boolean => {
    const piece = focusedPiece(state);
    return piece !== undefined && types.includes(piece.type) && typing(state) === null;
  };

/** The menu of a choice takes the keys that are its own by itself (arrows, digits, Enter). */
export const inMenu = (state: State): boolean => {
  const piece = focusedPiece(state);
  return piece !== undefined && menuOpen(state, piece);
};
