import { memo } from '../../../memo.ts';
import { type Progress, progressOf } from '../../../review/progress.ts';
import type { Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import type { State } from './state.ts';

const progress = memo((review: Review, template: Template) => progressOf(template, review));

/** How far the review is, counted once for each state of the review. */
export const progressFor = ({ template, history }: Pick<State, 'template' | 'history'>): Progress =>
  progress(history.present, template);

/** "62%": never 100 before everything is answered. */
export function percent(state: State): string {
  const { answered, total } = progressFor(state);
  return `${total === 0 ? 0 : Math.floor((answered / total) * 100)}%`;
}
