import { memo } from '../../../memo.ts';
import { countBySeverity } from '../../../review/issue-names.ts';
import { type Progress, progressOf } from '../../../review/progress.ts';
import type { Review } from '../../../review/review.ts';
import type { Page, Template } from '../../../template/template.ts';
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

/**
 * The one count of a page, wherever it is shown: its issues, the items of its lists, else the answered fields of those
 * that it asks for, as "3/4". Empty where nothing is counted.
 */
export function pageCount(state: Pick<State, 'template' | 'history'>, page: Page): string {
  const review = state.history.present;
  if (page.severity) return String(countBySeverity(review)[page.severity]);
  if (page.lists.length > 0 && page.fields.length === 0)
    return String(page.lists.reduce((sum, list) => sum + (review.items[list]?.length ?? 0), 0));
  const progress = progressFor(state).pages.get(page.id);
  return progress && progress.total > 0 ? `${progress.answered}/${progress.total}` : '';
}
