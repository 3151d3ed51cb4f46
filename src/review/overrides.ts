import { inserted } from './order.ts';
import { fieldKey, type OverriddenProblem, type Override, type Review } from './review.ts';

/** The same for what is the same problem: its place, and its key or its words. */
export function problemKey({ check, place, message, mark }: OverriddenProblem): string {
  const at =
    'page' in place ? `page/${place.page}` : 'field' in place ? fieldKey(place) : `issue/${place.issue}`;
  return JSON.stringify([check, at, mark === undefined ? { message } : { mark }]);
}

/** Where what a check found stands among the overrides; -1 when it is none of them. */
export function overrideIndex(review: Review, of: OverriddenProblem): number {
  const key = problemKey(of);
  return (review.overrides ?? []).findIndex((one) => problemKey(one) === key);
}

/** The review with a reason for what a check found, or without one where it is empty. */
export function withOverride(review: Review, of: OverriddenProblem, reason: string, index?: number): Review {
  const all = review.overrides ?? [];
  const at = overrideIndex(review, of);
  if ((all[at]?.reason ?? '') === reason) return review;
  const one: Override = { ...of, reason };
  if (reason !== '') return { ...review, overrides: at < 0 ? inserted(all, one, index) : all.with(at, one) };
  const { overrides: _old, ...rest } = review;
  return all.length === 1 ? rest : { ...rest, overrides: all.toSpliced(at, 1) };
}
