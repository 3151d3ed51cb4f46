import type { Problem } from '../../../../checks/problem.ts';
import { problemsByPage } from '../../../../checks/problem-groups.ts';
import type { Page } from '../../../../template/template.ts';
import { toPage } from '../../navigation/navigate.ts';
import { problemsFor } from '../../state/problems.ts';
import { pagesOf, type State } from '../../state/state.ts';
import { goToPlaceOf } from '../problems/problems.ts';

/** A page on which something is missing, wrong, or not there at all. */
export interface OpenPage {
  id: string;
  title: string;
  /** Fields without an answer. */
  unanswered: number;
  /** Errors and warnings, as they are counted everywhere. */
  problems: number;
  /** What is not there at all: what the report says of it. Empty where there is something. */
  nothing: string;
  /** Where it leads to; null: to the page. */
  first: Problem | null;
}

/** The pages on which something is left to do, in their order. */
export function openPages(state: State): OpenPage[] {
  const byPage = problemsByPage(problemsFor(state));
  return pagesOf(state).flatMap((page): OpenPage[] => {
    const { id, title } = page;
    const { problems = [], unanswered = [] } = byPage.get(id) ?? {};
    const first = problems[0]?.first ?? unanswered[0] ?? null;
    const nothing = nothingOn(state, page);
    const isOpen = first !== null || nothing !== '';
    return isOpen
      ? [{ id, title, unanswered: unanswered.length, problems: problems.length, nothing, first }]
      : [];
  });
}

/** What a report says of a severity without issues, of which nobody said that there are none, and of empty lists. */
function nothingOn({ template, history }: State, { severity, lists, optional }: Page): string {
  const { issues, items } = history.present;
  if (severity)
    return issues.some((issue) => issue.severity === severity)
      ? ''
      : `the report says “${template.issues[severity]?.none ?? ''}”`;
  const isEmpty = !optional && lists.length > 0 && lists.every((list) => (items[list] ?? []).length === 0);
  return isEmpty ? 'nothing added: the report shows placeholders' : '';
}

/** Goes to the first thing that is left to do on a page. */
export function goToOpen(state: State, { id, first }: OpenPage): State {
  const closed = { ...state, overlay: null };
  return first ? goToPlaceOf(closed, first) : toPage(closed, id);
}
