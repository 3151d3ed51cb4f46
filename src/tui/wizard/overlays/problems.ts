import type { Level, Problem } from '../../../checks/problem.ts';
import { isEmpty } from '../../../fields/kinds.ts';
import { memo } from '../../../memo.ts';
import { issueNames } from '../../../review/issue-names.ts';
import { shownPages } from '../../../review/pages.ts';
import { missingOf } from '../../../review/progress.ts';
import { answerAt, type FieldRef, fieldKey, type Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { fieldAt, groupOf, issueField } from '../state/lookup.ts';
import { problemsFor } from '../state/problems.ts';

/** Something that a check found or that has no answer yet, and where to mend it. */
export interface ProblemRow {
  level: Level | 'missing';
  place: FieldRef;
  /** What the field stands in: "Caching Strategy", "CRITICAL-2". */
  path: string;
  /** The field's name, or what the check says. */
  what: string;
  advice: string;
  /** What the check found, when one did. */
  problem?: Problem;
}

type Checked = Parameters<typeof problemsFor>[0];

/** What the checks found, errors first, then what stands with a reason, then each field that has no answer yet. */
export const problemsOf = (state: Checked): ProblemRow[] =>
  listOf(problemsFor(state), state.template, state.history.present);

const listOf = memo((problems: readonly Problem[], template: Template, review: Review): ProblemRow[] => {
  const placeOf = ({ place, page }: Problem): FieldRef | null => {
    if (!place) return placeOn(template, page);
    return 'field' in place ? place : { issue: place.issue, field: 'title' };
  };
  const missing = missingIn(template, review);
  // A field without an answer has a line of its own below: that its page has such fields says nothing more.
  const bare = new Set(missing.map(({ place }) => fieldKey(place)));
  const found = problems.flatMap((problem): ProblemRow[] => {
    const place = placeOf(problem);
    if (!place || (problem.id === 'placeholder' && bare.has(fieldKey(place)))) return [];
    const { level, message, advice } = problem;
    return [
      {
        level,
        place,
        path: pathOf(template, review, problem.page, place),
        what: message,
        advice,
        problem,
      },
    ];
  });
  const told = new Set(found.map(({ place }) => fieldKey(place)));
  const open = found.filter(({ problem }) => problem?.overridden === undefined);
  const overridden = found.filter(({ problem }) => problem?.overridden !== undefined);
  return [...open, ...overridden, ...missing.filter(({ place }) => !told.has(fieldKey(place)))];
});

/** The first field of a page. */
function placeOn(template: Template, id: string): FieldRef | null {
  const field = template.pages.find((page) => page.id === id)?.fields[0];
  return field === undefined ? null : { field };
}

function pathOf(template: Template, review: Review, id: string, place: FieldRef): string {
  if ('issue' in place) return '';
  if ('list' in place) return itemPath(template, review, place);
  const page = template.pages.find((one) => one.id === id);
  return page ? (groupOf(page, place.field)?.title ?? page.title) : '';
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

/** What a check says, with the item that it says it of, where only the field is named. */
export function messageOf(template: Template, review: Review, { place, message }: Problem): string {
  if (!place || !('list' in place)) return message;
  const label = template.lists[place.list]?.fields[place.field]?.label;
  return label && message.startsWith(`${label}:`)
    ? `${itemPath(template, review, place)} › ${message}`
    : message;
}

function missingIn(template: Template, review: Review): ProblemRow[] {
  const missing: ProblemRow[] = [];
  const see = (place: FieldRef, path: string) => {
    const field = fieldAt(template, review, place);
    if (!field || field.default !== undefined) return;
    const answer = answerAt(review, place);
    if (answer && ('notApplicable' in answer || !isEmpty(field, answer.value))) return;
    missing.push(unanswered(place, path, field.label || field.hint || field.id));
  };
  for (const page of shownPages(template, review)) {
    for (const id of page.fields) see({ field: id }, groupOf(page, id)?.title ?? page.title);
  }
  const names = issueNames(template, review);
  for (const issue of review.issues) {
    for (const field of missingOf(template, issue)) {
      const { label } = issueField(template, issue.severity, field);
      missing.push(unanswered({ issue: issue.id, field }, names.get(issue.id) ?? '', label));
    }
  }
  for (const list of Object.values(template.lists)) {
    (review.items[list.id] ?? []).forEach((item, index) => {
      for (const field of list.asks)
        see({ list: list.id, item: item.id, field }, `${list.title} ${index + 1}`);
    });
  }
  return missing;
}

const unanswered = (place: FieldRef, path: string, what: string): ProblemRow => ({
  level: 'missing',
  place,
  path,
  what,
  advice: 'answer it, or say that it does not apply',
});
