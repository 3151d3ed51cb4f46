import { describe, expect, test } from 'vitest';
import { comparable, titleOf } from '../../src/checks/issue-mentions.ts';
import { compareReviews } from '../../src/compare/compare.ts';
import type { ComparedReview } from '../../src/compare/compared-review.ts';
import type { IssueChange } from '../../src/compare/issues/issue-changes.ts';
import { newId } from '../../src/review/ids.ts';
import type { Review } from '../../src/review/review.ts';
import { asDraft, asReport, firstDay, nextDay, renumbered } from './two.ts';

const told = ({ outcome, old, new: now }: IssueChange) => `${outcome}: ${(old ?? now)?.title}`;

const expected = [
  'downgraded: Ignored database errors',
  'new: No index on messages by conversation',
  'new: Sessions never expire',
  'not-mentioned: Missing rollback runbook',
  'reworded: Inconsistent environment detection',
  'unchanged: Excessive console logging in the frontend',
  'unchanged: Hardcoded root admin password',
  'unchanged: Magic numbers in the feed',
  'unchanged: Unbounded goroutines in the notifier',
];

const forms: [string, (review: Review) => ComparedReview][] = [
  ['draft', asDraft],
  ['report', asReport],
];

describe('two reviews of one repository, a day apart', () => {
  for (const [oldForm, oldAs] of forms)
    for (const [newForm, newAs] of forms)
      for (const shuffled of [false, true])
        test(`${oldForm} and ${newForm}${shuffled ? ', renumbered' : ''}`, () => {
          const next = shuffled ? renumbered(nextDay()) : nextDay();
          const { issues, regressions } = compareReviews(oldAs(firstDay()), newAs(next));
          expect(issues.map(told).toSorted()).toEqual(expected);
          const reworded = issues.find(({ outcome }) => outcome === 'reworded');
          expect(reworded).toMatchObject({
            changed: ['title', 'location', 'description'],
            match: { by: 'content', certainty: 'likely' },
          });
          expect(issues.find(({ outcome }) => outcome === 'downgraded')?.changed).toEqual([]);
          expect(issues.flatMap(({ perhaps }) => perhaps ?? [])).toEqual([]);
          expect(regressions.map(({ kind }) => kind)).toEqual(['new-issue']);
        });
});

test('drafts that share ids are matched by them, whatever else changed', () => {
  const before = firstDay();
  const ids = new Map(before.issues.map((one) => [titleOf(one), one.id]));
  const after = nextDay((title) => ids.get(comparable(title)) ?? newId());
  const { issues } = compareReviews(asDraft(before), asDraft(renumbered(after)));
  expect(issues.map(told).toSorted()).toEqual(expected);
  expect(issues.flatMap(({ match }) => (match ? [match] : []))).toEqual(
    Array(6).fill({ by: 'id', certainty: 'certain', score: 100 }),
  );
});

test('an issue of the same id stays the same one when every word of it changed', () => {
  const [one] = firstDay().issues;
  const before = { ...firstDay(), issues: one ? [one] : [] };
  const after = {
    ...before,
    issues: before.issues.map((issue) => ({ ...issue, answers: { title: { value: 'Quite another' } } })),
  };
  expect(compareReviews(asDraft(before), asDraft(after)).issues).toMatchObject([{ outcome: 'reworded' }]);
  expect(compareReviews(asReport(before), asDraft(after)).issues.map(({ outcome }) => outcome)).toEqual([
    'new',
    'not-mentioned',
  ]);
});

test('ids of reports that were read mean nothing, also in drafts that were made of them', () => {
  const read = (review: Review): ComparedReview => ({ ...asReport(review), draft: newId() });
  const [before, after] = [read(firstDay()), read(renumbered(nextDay()))];
  expect(before.review.issues[0]?.id).toBe(after.review.issues[0]?.id);
  expect(compareReviews(before, after).issues.map(told).toSorted()).toEqual(expected);
});

test('in two states of one draft even such ids tell', () => {
  const { template, review } = asReport(firstDay());
  const renamed = {
    ...review,
    issues: review.issues.map((one) => ({ ...one, answers: { title: { value: `Of ${one.id}` } } })),
  };
  const { issues } = compareReviews(
    { template, review, draft: 'abcdefgh' },
    { template, review: renamed, draft: 'abcdefgh' },
  );
  expect(issues.map(({ match }) => match?.by)).toEqual(Array(7).fill('id'));
});
