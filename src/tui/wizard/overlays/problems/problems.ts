import { placeNames } from '../../../../checks/place-names.ts';
import type { Problem } from '../../../../checks/problem.ts';
import { type ProblemGroup, problemGroups } from '../../../../checks/problem-groups.ts';
import { memo } from '../../../../memo.ts';
import { issueNames } from '../../../../review/issue-names.ts';
import type { FieldRef, Review } from '../../../../review/review.ts';
import type { Template } from '../../../../template/template.ts';
import { goToField, goToProblemAt } from '../../navigation/go-to.ts';
import { toPage } from '../../navigation/navigate.ts';
import { fieldAt, groupOf } from '../../state/lookup.ts';
import { problemsFor } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';

/** A line of Problems or of Unanswered: what it says, of what, and where it leads to. */
export interface ProblemRow extends ProblemGroup {
  /** The field that it leads to; null for the page as a whole. */
  place: FieldRef | null;
  /** What it is said of, in brief: "Caching Strategy", "CRITICAL-2". */
  path: string;
  /** The same in full: "Analysis › Caching Strategy › TTLs". */
  where: string;
}

/** What the checks found, and what only has no answer yet: two lists. */
export interface ProblemRows {
  found: ProblemRow[];
  unanswered: ProblemRow[];
}

type Checked = Parameters<typeof problemsFor>[0];

/** Problems in lines as they are counted, those that stand with a reason last; and each field without an answer. */
export const problemRows = (state: Checked): ProblemRows =>
  rowsOf(problemsFor(state), state.template, state.history.present);

const rowsOf = memo((problems: readonly Problem[], template: Template, review: Review): ProblemRows => {
  const placeName = placeNames(template, review);
  const names = issueNames(template, review);
  const pathOf = ({ page: id, place }: Problem, several: boolean): string => {
    const page = template.pages.find((one) => one.id === id);
    if (!place || several) return page?.title ?? id;
    if ('issue' in place) return names.get(place.issue) ?? '';
    if ('list' in place) return itemPath(template, review, place);
    return (page && groupOf(page, place.field)?.title) ?? page?.title ?? id;
  };
  const rowOf = (group: ProblemGroup): ProblemRow => {
    const { first, problems: all } = group;
    const several = all.length > 1;
    return {
      ...group,
      place: placeOf(template, first),
      path: pathOf(first, several),
      where: placeName(several ? { page: first.page, place: null } : first),
    };
  };
  const isKept = ({ overridden }: Problem) => overridden !== undefined;
  const found = problemGroups(problems.filter(({ unanswered }) => !unanswered));
  return {
    found: [
      ...found.filter(({ first }) => !isKept(first)),
      ...found.filter(({ first }) => isKept(first)),
    ].map(rowOf),
    unanswered: problems
      .filter((one) => one.unanswered && !isKept(one))
      .map((one) => rowOf({ first: one, message: labelOf(template, review, one), problems: [one] })),
  };
});

/** The field that a problem leads to; null for a page as a whole. */
function placeOf({ pages }: Template, { place, page: id }: Problem): FieldRef | null {
  if (place) return 'field' in place ? place : { issue: place.issue, field: 'title' };
  const field = pages.find((page) => page.id === id)?.fields[0];
  return field === undefined ? null : { field };
}

/** Goes to where a problem is, and has it told there; to the page where that is all that is known. */
export function goToPlaceOf(state: State, problem: Problem): State {
  const place = placeOf(state.template, problem);
  if (!place) return toPage(state, problem.page);
  return problem.unanswered ? goToField(state, place) : goToProblemAt(state, place);
}

/** "Immediate Actions 2" */
function itemPath(
  template: Template,
  review: Review,
  { list, item }: Extract<FieldRef, { list: string }>,
): string {
  const index = (review.items[list] ?? []).findIndex(({ id }) => id === item);
  return `${template.lists[list]?.title ?? ''} ${index + 1}`;
}

function labelOf(template: Template, review: Review, { place, message }: Problem): string {
  const field = place && 'field' in place ? fieldAt(template, review, place) : undefined;
  return field?.label || field?.hint || message;
}

/** What a check says, with the item that it says it of, where only the field is named. */
export function messageOf(template: Template, review: Review, { place, message }: Problem): string {
  if (!place || !('list' in place)) return message;
  const label = template.lists[place.list]?.fields[place.field]?.label;
  return label && message.startsWith(`${label}:`)
    ? `${itemPath(template, review, place)} › ${message}`
    : message;
}
