import type { Problem } from '../../../../checks/problem.ts';
import { problemsByPage } from '../../../../checks/problem-groups.ts';
import { problemsFor } from '../../state/problems.ts';
import { pagesOf, type State } from '../../state/state.ts';
import { goToPlaceOf } from '../problems/problems.ts';

/** A page on which something is missing or wrong. */
export interface OpenPage {
  id: string;
  title: string;
  /** Fields without an answer. */
  unanswered: number;
  /** Errors and warnings, as they are counted everywhere. */
  problems: number;
  /** Where it leads to. */
  first: Problem;
}

/** The pages on which something is left to do, in their order. */
export function openPages(state: State): OpenPage[] {
  const byPage = problemsByPage(problemsFor(state));
  return pagesOf(state).flatMap(({ id, title }): OpenPage[] => {
    const { problems = [], unanswered = [] } = byPage.get(id) ?? {};
    const first = problems[0]?.first ?? unanswered[0];
    return first ? [{ id, title, unanswered: unanswered.length, problems: problems.length, first }] : [];
  });
}

/** Goes to the first thing that is left to do on a page. */
export const goToOpen = (state: State, { first }: OpenPage): State =>
  goToPlaceOf({ ...state, overlay: null }, first);
