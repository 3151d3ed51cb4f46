import { type DeltaSection, deltaSectionOf } from '../../../../review/previous/delta-section.ts';
import type { Review } from '../../../../review/review.ts';
import type { State } from '../../state/state.ts';

/** The report of a previous review that this one can still follow up on, as a path from the repository's top; null when there is none. */
export function offeredReport(state: State): string | null {
  const { template, facts, history, suggestions } = state;
  const delta = deltaSectionOf(template);
  const { previousReview: path } = suggestions;
  if (!delta || !path || followsUp(delta, history.present)) return null;
  const own = [facts.readFrom, facts.written?.path].some((one) => one?.endsWith(`/${path}`));
  return own ? null : path;
}

/** Whether a review follows up on a previous one already: once that is undone, it can be done again. */
export const followsUp = ({ list }: DeltaSection, review: Review): boolean =>
  review.items[list.id] !== undefined || review.answers[list.id] !== undefined;
