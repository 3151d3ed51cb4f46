import type { Field } from '../../fields/field.ts';
import type { ChecklistItem } from '../../fields/value.ts';
import type { Review } from '../../review/review.ts';
import { type Check, type CheckInput, type ProblemAt, shortened, wordsAt } from '../check.ts';
import { itemsOf } from './claims-against-issues.ts';
import { isOption } from './own-status.ts';

/** Whether a status is one of the options below the best: own words may mean anything. */
function isBad(review: Review, field: Field): boolean {
  const [, ...worse] = field.options ?? [];
  return isOption(worse, wordsAt(review, field));
}

/** A line that takes back what it says: "CORS not configured yet". */
const takenBack = /\b(?:not|missing|without|pending|to ?do)\b/i;

const isClaimed = ({ done, notApplicable, text }: ChecklistItem): boolean =>
  done && notApplicable === undefined && !takenBack.test(text);

export const checklistContradictsAnalysis: Check = {
  id: 'checklist-contradicts-analysis',
  level: 'warning',
  find({ template, review, roles }) {
    const bad = roles.ticked.filter(({ field }) => isBad(review, field));
    if (bad.length === 0) return [];
    const lists = Object.values(template.fields).filter(({ kind }) => kind === 'checklist');
    return lists.flatMap((list) =>
      itemsOf(review, list)
        .filter(isClaimed)
        .flatMap(({ text }) =>
          bad
            .filter(({ says }) => says(text))
            .map(({ field }) => ({
              place: { field: list.id },
              message: `"${shortened(text, 60)}" is ticked, while ${field.label} is "${wordsAt(review, field)}"`,
              advice: `untick it, or correct ${field.label}`,
            })),
        ),
    );
  },
};

export const metricsContradictAnalysis: Check = {
  id: 'metrics-contradict-analysis',
  level: 'warning',
  find: (input) => [...lessThanAPart(input), ...endedWithoutTests(input)],
};

/** All tests together cover what the unit tests do, and not less. */
function lessThanAPart({ review, roles }: CheckInput): ProblemAt[] {
  return roles.wholes.flatMap(({ whole, part }) => {
    const [all, some] = [whole, part].map((field) => ({ field, said: wordsAt(review, field) }));
    if (!all || !some || !isShare(all.said) || !isShare(some.said)) return [];
    if (Number(all.said) >= Number(some.said)) return [];
    const message = `${all.field.label} is ${all.said}%, less than ${some.field.label} alone (${some.said}%)`;
    return [{ place: { field: whole.id }, message, advice: 'correct one of the two' }];
  });
}

/** One over 100 % is told by itself. */
const isShare = (said: string): boolean => /^\d+(?:\.\d+)?$/.test(said) && Number(said) <= 100;

/** Tests that do not exist cannot pass. */
function endedWithoutTests({ review, roles }: CheckInput): ProblemAt[] {
  return roles.ended.flatMap(({ tests, result }) => {
    const [best] = result.options ?? [];
    const how = wordsAt(review, result);
    if (best === undefined || !isOption([best], how) || !isBad(review, tests)) return [];
    const message = `${result.label} is "${how}", while ${tests.label} is "${wordsAt(review, tests)}"`;
    return [{ place: { field: result.id }, message, advice: 'correct one of the two' }];
  });
}
