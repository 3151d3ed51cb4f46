import { dayMeant, eitherDay } from '../../fields/days.ts';
import type { Field } from '../../fields/field.ts';
import { problemOf } from '../../fields/kinds.ts';
import { reduce } from '../../review/reduce.ts';
import { valueAt } from '../../review/review.ts';
import { actionWords, type Check, type CheckInput, type ProblemAt, words, wordsAt } from '../check.ts';
import { findInValues } from '../each-value.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

export const dates: Check = {
  id: 'dates',
  level: 'error',
  ahead: (most, subject) => notDays.ahead(most, subject),
  find: (subject) => [
    ...notDays(subject).map((found) => ({ ...found, ...spelling(subject, found) })),
    ...inWrongOrder(subject),
  ],
};

const isDate = ({ kind }: Field): boolean => kind === 'date';

const notDays = findInValues(isDate, ({ field, value }) => {
  const said = typeof value === 'string' ? value.trim() : '';
  if (said === '' || problemOf(field, value) === null) return null;
  const either = eitherDay(said);
  return {
    message: `${field.label}: "${said}" ${either ? 'can mean two days' : 'is not a date'}`,
    advice: `write it as ${either ? either.join(' or ') : 'YYYY-MM-DD'}`,
  };
});

/** The same day as the template wants it written, where there is no doubt which, and nothing speaks against it. */
function spelling(subject: CheckInput, { place }: ProblemAt): Pick<ProblemAt, 'fix'> {
  if (!('field' in place)) return {};
  const said = valueAt(subject.review, place);
  const meant = typeof said === 'string' ? dayMeant(said) : null;
  if (meant === null) return {};
  const action = { do: 'answer', at: place, answer: { value: meant } } as const;
  const after = { ...subject, review: reduce(subject.review, action) };
  const errors = (all: ProblemAt[]) => all.filter(({ level }) => level === 'error').length;
  if (errors(inWrongOrder(after)) > errors(inWrongOrder(subject))) return {};
  return { fix: { label: `write ${meant}`, actions: [action] } };
}

function inWrongOrder(subject: CheckInput): ProblemAt[] {
  const { review, roles, facts } = subject;
  /** A day, or nothing when it is none: days as texts sort as they follow one another. */
  const dayOf = (field: Field | undefined): string => {
    const said = wordsAt(review, field);
    return day.test(said) && !(field?.kind === 'date' && problemOf(field, said)) ? said : '';
  };
  const date = dayOf(roles.date);
  const signed = dayOf(roles.signed);
  const next = dayOf(roles.nextReview);
  const found: ProblemAt[] = [];
  const tell = (field: Field | undefined, message: string, level: 'error' | 'warning' = 'error') => {
    if (field)
      found.push({ level, place: { field: field.id }, message, advice: 'correct the one that is wrong' });
  };
  if (date > facts.today) tell(roles.date, `The review's date, ${date}, is in the future`);
  if (signed > facts.today) tell(roles.signed, `The sign-off's date, ${signed}, is in the future`);
  if (date && signed && signed < date)
    tell(roles.signed, `Signed off on ${signed}, before the review of ${date}`);
  if (date && next && next <= date)
    tell(roles.nextReview, `The next review, ${next}, is not after this one of ${date}`, 'warning');
  return [...found, ...(date ? lateDeadlines(subject, date) : [])];
}

/** Actions that were due before the review. */
function lateDeadlines({ review, roles }: CheckInput, from: string): ProblemAt[] {
  return roles.plan.flatMap(({ list, name, deadline }) => {
    if (deadline === undefined) return [];
    return (review.items[list.id] ?? []).flatMap((item): ProblemAt[] => {
      const due = words(item.answers[deadline]);
      if (!day.test(due) || due >= from) return [];
      return [
        {
          level: 'warning',
          place: { list: list.id, item: item.id, field: deadline },
          message: `${actionWords(item.answers[name])} is due on ${due}, before the review of ${from}`,
          advice: 'correct the one that is wrong',
        },
      ];
    });
  });
}
