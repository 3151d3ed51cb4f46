import type { IssueField } from '../fields/issue.ts';
import type { Template } from '../template/template.ts';
import { type Issue, type Review, valueAt } from './review.ts';
import { added, isAnswered, isTouched, nothing, type Tally, tallyOfPage } from './tally.ts';

export type PageState = 'untouched' | 'begun' | 'complete' | 'attention';

interface PageProgress {
  answered: number;
  total: number;
  state: PageState;
  /** Invalid answers, and issues that lack a field which their severity asks for. */
  problems: number;
}

export interface Progress {
  answered: number;
  total: number;
  /** By the page's id, in the template's order. */
  pages: Map<string, PageProgress>;
}

/**
 * How far the review is. Not applicable counts as answered, and so does a field with a default. An issue counts
 * the fields that its severity asks for, an item those of its list.
 */
export function progressOf(template: Template, review: Review): Progress {
  const tallies = template.pages.map((page) => tallyOfPage(template, page, review));
  const lastTouched = tallies.findLastIndex(isTouched);
  const pages = new Map<string, PageProgress>();
  for (const [index, page] of template.pages.entries()) {
    const tally = tallies[index] ?? nothing;
    const { answered, total } = tally;
    const problems = tally.invalid + (tally.given > 0 ? tally.incomplete : 0);
    pages.set(page.id, { answered, total, problems, state: stateOf(tally, problems, index < lastTouched) });
  }
  const { answered, total } = tallies.reduce(added, nothing);
  return { answered, total, pages };
}

/** The fields that an issue's severity asks for and that have no answer yet. */
export function missingOf(template: Template, issue: Issue): IssueField[] {
  const block = template.issues[issue.severity];
  if (!block) return [];
  return block.asks.filter((name) => !isAnswered(block.fields[name], issue.answers[name]));
}

/** What to call a review in a list: "Sanctum v1.4.2". */
export function titleOf(review: Review): string {
  const version = valueAt(review, { field: 'version' });
  return typeof version === 'string' && version.trim() !== '' ? `Sanctum ${version.trim()}` : 'Sanctum';
}

/**
 * A page of issues or actions that has none is complete once the reviewer has gone on and begun a later page:
 * there really are none, then.
 */
function stateOf(tally: Tally, problems: number, passed: boolean): PageState {
  if (problems > 0) return 'attention';
  if (tally.total === 0) return passed ? 'complete' : 'untouched';
  if (tally.answered === tally.total) return 'complete';
  return isTouched(tally) ? 'begun' : 'untouched';
}
