import type { Field } from '../fields/field.ts';
import { severities } from '../fields/issue.ts';
import { isEmpty, problemOf } from '../fields/kinds.ts';
import type { Answer, ChecklistItem } from '../fields/value.ts';
import { memo, memoBy, memoSum } from '../memo.ts';
import type { IssueBlock, ListBlock, Page, Template } from '../template/template.ts';
import type { Issue, Item, Review } from './review.ts';

/** What stands on a page, added up. `given`: answers that are there, defaults not counted. */
export interface AnswerCounts {
  answered: number;
  total: number;
  given: number;
  invalid: number;
  incomplete: number;
}

export const noAnswers: AnswerCounts = {
  answered: 0,
  total: 0,
  given: 0,
  invalid: 0,
  incomplete: 0,
};

export const isBegun = ({ incomplete, given }: AnswerCounts): boolean => incomplete > 0 || given > 0;

/** A page's fields, issues and items. */
export function countPageAnswers(template: Template, page: Page, review: Review): AnswerCounts {
  let sum = countsOfFields(page, template)(review.answers);
  for (const severity of severities) {
    const block = template.issues[severity];
    if (block?.page !== page.id) continue;
    sum = addCounts(sum, countsOfIssues(block)(review.issues));
  }
  for (const id of page.lists) {
    const list = template.lists[id];
    const items = review.items[id];
    if (list && items) sum = addCounts(sum, countsOfItems(list)(items));
  }
  return sum;
}

/** Of the checklists alone that the template asks to be gone through: what is ticked, or does not apply. */
export const countChecklistAnswers = (template: Template, { answers }: Review): AnswerCounts =>
  countsOfChecklists(template)(answers);

// Reviews share what did not change: after a key the fields of one page or one issue are counted anew.
const countsOfFields = memo((page: Page, { fields }: Template) =>
  countsOf(page.fields.flatMap((id) => fields[id] ?? [])),
);

const countsOfChecklists = memo(({ fields }: Template) =>
  countsOf(Object.values(fields).filter(({ kind, editable }) => kind === 'checklist' && !editable)),
);

const countsOf = (fields: readonly Field[]) =>
  memoBy(
    (answers: Review['answers']) => fields.map(({ id }) => answers[id]),
    (answers): AnswerCounts => {
      const counts = { ...noAnswers };
      for (const field of fields) count(counts, field, answers[field.id]);
      return counts;
    },
  );

const countsOfIssues = memo((block: IssueBlock) =>
  memoSum(noAnswers, (sum, issue: Issue, times) =>
    issue.severity === block.severity ? addCounts(sum, countsOfIssue(issue, block), times) : sum,
  ),
);

const countsOfItems = memo((list: ListBlock) =>
  memoSum(noAnswers, (sum, item: Item, times) => addCounts(sum, countsOfItem(item, list), times)),
);

function countsOfIssue(issue: Issue, block: IssueBlock): AnswerCounts {
  const counts = { ...noAnswers };
  for (const name of block.asks) count(counts, block.fields[name], issue.answers[name]);
  if (counts.answered < counts.total) counts.incomplete = 1;
  return counts;
}

function countsOfItem(item: Item, list: ListBlock): AnswerCounts {
  const counts = { ...noAnswers };
  for (const id of list.asks) count(counts, list.fields[id], item.answers[id]);
  return counts;
}

/** Adds a field to counts that nobody else has: there may be a hundred thousand. */
function count(counts: AnswerCounts, field: Field | undefined, answer: Answer | undefined): void {
  if (!field) return;
  const items = itemsOf(field, answer);
  if (items) {
    const settled = items.filter((item) => item.done || item.notApplicable !== undefined).length;
    counts.answered += settled;
    counts.total += items.length;
    counts.given += settled;
    return;
  }
  const given = isGiven(field, answer);
  counts.total += 1;
  if (answer ? given : field.default !== undefined) counts.answered += 1;
  if (given) counts.given += 1;
  if (given && isInvalid(field, answer)) counts.invalid += 1;
}

/** The lines of a checklist, each of which is a question of its own; null for any other field. */
function itemsOf(field: Field, answer: Answer | undefined): ChecklistItem[] | null {
  if (answer && 'notApplicable' in answer) return null;
  const value = answer?.value ?? field.default;
  if (!Array.isArray(value) || value.length === 0) return null;
  return value.every((item) => typeof item === 'object') ? value : null;
}

function isGiven(field: Field, answer: Answer | undefined): boolean {
  if (!answer) return false;
  return 'notApplicable' in answer || !isEmpty(field, answer.value);
}

/** Whether there is an answer, be it that the field does not apply, or a default that holds. */
export function isAnswered(field: Field | undefined, answer: Answer | undefined): boolean {
  if (!field) return false;
  return answer ? isGiven(field, answer) : field.default !== undefined;
}

function isInvalid(field: Field, answer: Answer | undefined): boolean {
  return answer && 'value' in answer ? problemOf(field, answer.value) !== null : false;
}

/** @param times -1: without them */
export function addCounts(a: AnswerCounts, b: AnswerCounts, times: 1 | -1 = 1): AnswerCounts {
  return {
    answered: a.answered + times * b.answered,
    total: a.total + times * b.total,
    given: a.given + times * b.given,
    invalid: a.invalid + times * b.invalid,
    incomplete: a.incomplete + times * b.incomplete,
  };
}
