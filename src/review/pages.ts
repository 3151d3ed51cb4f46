import type { Page, Template } from '../template/template.ts';
import type { Review } from './review.ts';

/** The pages that a review has: all but the optional ones on which nothing is said. */
export const shownPages = (template: Template, review: Review): Page[] =>
  template.pages.filter((page) => isPageShown(page, review));

/** Whether a page is always there, or something on it is said. */
export function isPageShown(page: Page, review: Review): boolean {
  if (!page.optional) return true;
  return (
    page.fields.some((field) => review.answers[field] !== undefined) ||
    page.lists.some((list) => (review.items[list] ?? []).length > 0 || review.answers[list] !== undefined) ||
    page.sections.some((section) => review.notes[section] !== undefined) ||
    (page.severity !== undefined && review.issues.some(({ severity }) => severity === page.severity))
  );
}
