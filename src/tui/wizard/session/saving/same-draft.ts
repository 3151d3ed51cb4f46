import type { Draft, Position } from '../../../../drafts/format/draft.ts';

/** Whether a draft on the disk holds all of this one. */
export const same = (one: Draft, other: Draft): boolean =>
  one.review === other.review &&
  one.written === other.written &&
  one.previous === other.previous &&
  samePosition(one.position, other.position);

export const samePosition = (a: Position, b: Position): boolean =>
  a.page === b.page &&
  a.focus === b.focus &&
  a.caret === b.caret &&
  a.scroll === b.scroll &&
  JSON.stringify(a.open) === JSON.stringify(b.open);
