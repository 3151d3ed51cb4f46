import type { Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';

/** What one has to know to begin; gone as soon as something is answered further on. */
export const firstHint = `Type to answer: it is saved as you type. Tab moves on, PgDn turns the page.
Ctrl+G finds any page, field, issue or command by its name.
Ctrl+P previews the report, F1 lists all keys. Ctrl+C leaves; “resume” continues here.`;

/** What is offered where the report of a previous review is found. */
export const followUpHint = (report: string): string =>
  `A previous report exists: ${report}.\nCtrl+G “follow up” continues from it: you mark what became of its issues, and see its measures.`;

/** Whether nothing is answered yet but on the first page, or what a suggestion was accepted for. */
export function isFresh(template: Template, review: Review): boolean {
  if (review.issues.length > 0 || Object.values(review.items).some((items) => items.length > 0)) return false;
  const first = template.pages[0]?.fields ?? [];
  return Object.keys(review.answers).every((id) => first.includes(id) || template.fields[id]?.suggest);
}
