import { type Progress, progressOf } from '../../../review/progress.ts';
import type { Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import type { State } from './state.ts';

const known = new WeakMap<Review, { template: Template; progress: Progress }>();

/** How far the review is, counted once for each state of the review. */
export function progressFor(state: Pick<State, 'template' | 'history'>): Progress {
  const review = state.history.present;
  const hit = known.get(review);
  if (hit?.template === state.template) return hit.progress;
  const progress = progressOf(state.template, review);
  known.set(review, { template: state.template, progress });
  return progress;
}

/** "62%": never 100 before everything is answered. */
export function percent(state: State): string {
  const { answered, total } = progressFor(state);
  return `${total === 0 ? 0 : Math.floor((answered / total) * 100)}%`;
}
