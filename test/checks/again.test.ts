import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facts, Form } from '../../src/checks/facts.ts';
import { lookAhead, runChecks } from '../../src/checks/run-checks.ts';
import { severities } from '../../src/fields/issue.ts';
import type { Action } from '../../src/review/actions.ts';
import { reduce } from '../../src/review/reduce.ts';
import type { Review } from '../../src/review/review.ts';
import { action } from '../review/arbitrary.ts';
import { runs } from '../runs.ts';
import { cases } from './faults/cases.ts';
import { sound, template } from './sound.ts';

const today = '2026-02-14';

/** Words that checks see something in. */
const words = fc.constantFrom(
  ...['', 'A high matter', 'Slow logins', 'Fix HIGH-1', 'CRITICAL-1 to CRITICAL-3', 'See LOW-9'],
  ...['GO', 'LOW', 'TODO [date]', '2026-13-01', '2026-01-01', '[Brief description of the issue]'],
);
const issue = fc.constantFrom<string>(...severities, 'more');
const list = fc.constantFrom('immediate', 'short-term', 'debt');
const item = fc.nat(3).map((number) => `item${number}`);

const answered: fc.Arbitrary<Action> = fc
  .oneof(
    fc.record({
      at: fc.record({ issue, field: fc.constantFrom('title' as const, 'fix' as const, 'priority' as const) }),
      answer: fc.option(fc.record({ value: words })),
    }),
    fc.record({
      at: fc.record({ issue, field: fc.constant('location' as const) }),
      answer: fc.constantFrom('a.go:1-9', 'a.go:5', 'b.go').map((one) => ({ value: [one] })),
    }),
    fc.record({
      at: fc.record({ field: fc.constantFrom('recommendation', 'risk', 'summary', 'review-date', 'cors') }),
      answer: fc.record({ value: words }),
    }),
  )
  .map((one): Action => ({ do: 'answer', ...one }));

const edit: fc.Arbitrary<Action> = fc.oneof(
  answered,
  fc.tuple(list, item, words, fc.subarray([...severities])).map(
    ([name, id, said, issues]): Action => ({
      do: 'add-item',
      list: name,
      item: { id, answers: { action: { value: said } }, issues },
    }),
  ),
  fc.tuple(list, item).map(([name, id]): Action => ({ do: 'remove-item', list: name, id })),
  fc.tuple(fc.constantFrom(...severities), fc.nat(2), words).map(
    ([severity, index, said]): Action => ({
      do: 'add-issue',
      index,
      issue: { id: 'more', severity, answers: { title: { value: said } }, note: 'See HIGH-7' },
    }),
  ),
  issue.map((id): Action => ({ do: 'remove-issue', id })),
  fc
    .tuple(issue, fc.constantFrom(...severities))
    .map(([id, severity]): Action => ({ do: 'set-severity', id, severity })),
  action,
);

const all = Object.values(cases).flatMap(({ faulty, fine }) => [
  ...faulty.map(([, review, , facts]) => ({ review, facts })),
  ...fine.map(([, review, facts]) => ({ review, facts })),
]);

/** What is open in a form. */
const form: fc.Arbitrary<Form> = fc.oneof(
  issue.map((one) => ({ issue: one })),
  fc.record({ list, item }),
);

/** The next review to be checked, and what is known beside it. */
const step: fc.Arbitrary<(review: Review) => { review: Review; facts: Partial<Facts> | undefined }> =
  fc.oneof(
    {
      weight: 4,
      arbitrary: edit.map((one) => (review: Review) => ({ review: reduce(review, one), facts: {} })),
    },
    {
      weight: 1,
      arbitrary: form.map((editing) => (review: Review) => ({ review, facts: { editing } })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...all).map((one) => () => one) },
  );

test('checked again after an edit, a review has the problems that it has when it is checked for the first time', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      let review = sound;
      const states = steps.map((next) => {
        const state = next(review);
        review = state.review;
        return { review, facts: { today, ...state.facts } };
      });
      const again = states.map((one, at) => {
        // Some were looked at ahead in part, and some to the end.
        const ahead = lookAhead(template, one.review, one.facts);
        for (let left = (at % 3) * 40; left > 0 && !ahead.next().done; ) left -= 1;
        return runChecks(template, one.review, one.facts);
      });
      // No part of a copy was ever looked at.
      const first = states.map((one) => runChecks(template, structuredClone(one.review), one.facts));
      expect(again).toEqual(first);
    }),
    { numRuns: runs(8, 20) },
  );
});

test('while nothing else is found, the very same problems are given', () => {
  const faulty = reduce(sound, { do: 'answer', at: { issue: 'high', field: 'impact' }, answer: null });
  const typed = (value: string) =>
    reduce(faulty, { do: 'answer', at: { issue: 'high', field: 'fix' }, answer: { value } });
  const first = runChecks(template, typed('a'), { today });
  expect(first.length).toBeGreaterThan(0);
  expect(runChecks(template, typed('ab'), { today })).toBe(first);
});
