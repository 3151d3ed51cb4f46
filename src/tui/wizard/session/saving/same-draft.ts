import type { Draft, Position } from '../../../../drafts/format/draft.ts';
import { draftOf, type State } from '../../state/state.ts';

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

/** A draft as it is to be saved, and what it was made of. */
export type Whole = ReturnType<typeof wholeDraft>;

/** @param last the draft as it was saved last */
export function wholeDraft(state: State, last: Draft, at: Date) {
  const from = draftOf(state);
  const draft = from.review === last.review ? from : { ...from, edited: at.toISOString() };
  return { state, at, from, draft, history: state.history };
}

/** Whether a draft takes long to be saved: it has so many issues. */
export const isLarge = ({ history }: State): boolean => history.present.issues.length >= 1000;
