import type { IssueField } from '../fields/issue.ts';
import type { Template } from '../template/template.ts';
import {
  type AnswerCounts,
  addCounts,
  countPageAnswers,
  isAnswered,
  isBegun,
  noAnswers,
} from './answer-counts.ts';
import { isPageShown } from './pages.ts';
import { type Issue, type Review, valueAt } from './review.ts';

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
  const tallies = template.pages.map((page) =>
    isPageShown(page, review) ? countPageAnswers(template, page, review) : noAnswers,
  );
  const pages = new Map<string, PageProgress>();
  for (const [index, page] of template.pages.entries()) {
    const tally = tallies[index] ?? noAnswers;
    const { answered, total } = tally;
    const problems = tally.invalid + (tally.given > 0 ? tally.incomplete : 0);
    pages.set(page.id, { answered, total, problems, state: stateOf(tally, problems) });
  }
  const { answered, total } = tallies.reduce((sum, one) => addCounts(sum, one), noAnswers);
  return { answered, total, pages };
}

/** The fields that an issue's severity asks for and that have no answer yet. */
export function missingOf(template: Template, issue: Issue): IssueField[] {
  const block = template.issues[issue.severity];
  if (!block) return [];
  return block.asks.filter((name) => !isAnswered(block.fields[name], issue.answers[name]));
}

/** What to call a review in a list, by its template's title and its version: "Sanctum v1.4.2". */
export function titleOf(title: string, review: Review): string {
  const about = title
    .replace(/\s*\b(?:production readiness review|report)\b.*$/i, '')
    .replace(/[\s:–—-]+$/, '');
  const version = valueAt(review, { field: 'version' });
  const name = about || title || 'Review';
  return typeof version === 'string' && version.trim() !== '' ? `${name} ${version.trim()}` : name;
}

/** A page of issues or actions that has none says nothing: nobody may ever have looked at it. */
function stateOf(tally: AnswerCounts, problems: number): PageState {
  if (problems > 0) return 'attention';
  if (tally.total === 0) return 'untouched';
  if (tally.answered === tally.total && isBegun(tally)) return 'complete';
  return isBegun(tally) ? 'begun' : 'untouched';
}
