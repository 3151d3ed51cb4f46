import type { Field } from '../fields/field.ts';
import { problemOf } from '../fields/kinds.ts';
import { actionWords, type Check, type Found, type Subject, valuesOf, words, wordsAt } from './check.ts';

const day = /^\d{4}-\d{2}-\d{2}$/;

export const dates: Check = {
  id: 'dates',
  level: 'error',
  find(subject) {
    const { review, roles, facts } = subject;
    const notDays = valuesOf(subject, (field) => field.kind === 'date').flatMap(
      ({ place, field, value }): Found[] => {
        const said = typeof value === 'string' ? value.trim() : '';
        const wrong = said !== '' && problemOf(field, value) !== null;
        const remedy = 'write it as YYYY-MM-DD';
        return wrong ? [{ place, message: `${field.label}: "${said}" is not a date`, remedy }] : [];
      },
    );
    /** A day, or nothing when it is none: days as texts sort as they follow one another. */
    const dayOf = (field: Field | undefined): string => {
      const said = wordsAt(review, field);
      return day.test(said) && !(field?.kind === 'date' && problemOf(field, said)) ? said : '';
    };
    const date = dayOf(roles.date);
    const signed = dayOf(roles.signed);
    const next = dayOf(roles.nextReview);
    const found: Found[] = [];
    const tell = (field: Field | undefined, message: string, level: 'error' | 'warning' = 'error') => {
      if (field)
        found.push({ level, place: { field: field.id }, message, remedy: 'correct the one that is wrong' });
    };
    if (date > facts.today) tell(roles.date, `The review's date, ${date}, is in the future`);
    if (signed > facts.today) tell(roles.signed, `The sign-off's date, ${signed}, is in the future`);
    if (date && signed && signed < date)
      tell(roles.signed, `Signed off on ${signed}, before the review of ${date}`);
    if (date && next && next <= date)
      tell(roles.nextReview, `The next review, ${next}, is not after this one of ${date}`, 'warning');
    return [...notDays, ...found, ...(date ? lateDeadlines(subject, date) : [])];
  },
};

/** Actions that were due before the review. */
function lateDeadlines({ review, roles }: Subject, from: string): Found[] {
  return roles.plan.flatMap(({ list, name, deadline }) => {
    if (deadline === undefined) return [];
    return (review.items[list.id] ?? []).flatMap((item): Found[] => {
      const due = words(item.answers[deadline]);
      if (!day.test(due) || due >= from) return [];
      return [
        {
          level: 'warning',
          place: { list: list.id, item: item.id, field: deadline },
          message: `${actionWords(item.answers[name])} is due on ${due}, before the review of ${from}`,
          remedy: 'correct the one that is wrong',
        },
      ];
    });
  });
}
