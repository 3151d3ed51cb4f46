import fc from 'fast-check';
import { expect, test } from 'vitest';
import { severities } from '../../src/fields/issue.ts';
import { reduce } from '../../src/review/reduce.ts';
import { answerAt, emptyReview, type Issue, issuesOf } from '../../src/review/review.ts';
import { action, review } from './arbitrary.ts';

const issue = (id: string, severity: Issue['severity'] = 'critical'): Issue => ({
  id,
  severity,
  answers: {},
});
const three = ['a', 'b', 'c'].reduce(
  (now, id) => reduce(now, { do: 'add-issue', issue: issue(id) }),
  emptyReview,
);
const order = (from: typeof three, severity: Issue['severity'] = 'critical') =>
  issuesOf(from, severity)
    .map((one) => one.id)
    .join('');

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

test('reducing changes neither the review nor the action', () => {
  fc.assert(
    fc.property(review, action, (before, one) => {
      const copy = structuredClone([before, one]);
      reduce(frozen(before), frozen(one));
      expect([before, one]).toEqual(copy);
    }),
  );
});

test('the same action twice on the same review gives equal reviews', () => {
  fc.assert(
    fc.property(review, action, (before, one) => {
      expect(reduce(before, one)).toEqual(reduce(before, one));
    }),
  );
});

test('an action that changes nothing gives the same object', () => {
  fc.assert(
    fc.property(review, action, (before, one) => {
      const after = reduce(before, one);
      fc.pre(one.do !== 'answers');
      if (JSON.stringify(after) === JSON.stringify(before)) expect(after).toBe(before);
    }),
  );
});

test('moving loses no issue and touches no other severity', () => {
  fc.assert(
    fc.property(review, fc.nat(5), fc.integer({ min: -9, max: 9 }), (before, which, by) => {
      const one = before.issues[which % Math.max(1, before.issues.length)];
      fc.pre(one !== undefined);
      const after = reduce(before, { do: 'move-issue', id: one.id, by });
      expect(new Set(after.issues)).toEqual(new Set(before.issues));
      for (const severity of severities) {
        if (severity !== one.severity) expect(issuesOf(after, severity)).toEqual(issuesOf(before, severity));
      }
    }),
  );
});

test('a change of severity loses no answer, no note and no issue', () => {
  fc.assert(
    fc.property(review, fc.nat(5), fc.constantFrom(...severities), (before, which, severity) => {
      const one = before.issues[which % Math.max(1, before.issues.length)];
      fc.pre(one !== undefined);
      const after = reduce(before, { do: 'set-severity', id: one.id, severity });
      expect(after.issues).toHaveLength(before.issues.length);
      expect(after.issues.find((other) => other.id === one.id)).toEqual({ ...one, severity });
    }),
  );
});

test('issues stand severity by severity, whatever is done', () => {
  fc.assert(
    fc.property(review, (any) => {
      const ranks = any.issues.map((one) => severities.indexOf(one.severity));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }),
  );
});

test('an issue moves among its own and stops at the ends', () => {
  const mixed = reduce(three, { do: 'add-issue', issue: issue('h', 'high') });
  expect(order(reduce(mixed, { do: 'move-issue', id: 'c', by: -1 }))).toBe('acb');
  expect(order(reduce(mixed, { do: 'move-issue', id: 'a', by: 9 }))).toBe('bca');
  expect(reduce(mixed, { do: 'move-issue', id: 'a', by: -1 })).toBe(mixed);
});

test('an issue of another severity goes to the end of those', () => {
  const mixed = reduce(three, { do: 'add-issue', issue: issue('h', 'high') });
  const after = reduce(mixed, { do: 'set-severity', id: 'a', severity: 'high' });
  expect(order(after)).toBe('bc');
  expect(order(after, 'high')).toBe('ha');
});

test('an added issue takes its place among its severity', () => {
  expect(order(reduce(three, { do: 'add-issue', issue: issue('x'), index: 1 }))).toBe('axbc');
  expect(order(reduce(three, { do: 'add-issue', issue: issue('x'), index: 99 }))).toBe('abcx');
  expect(reduce(three, { do: 'add-issue', issue: issue('b') })).toBe(three);
});

test('unknown issues and items change nothing', () => {
  const answer = { value: 'x' };
  for (const one of [
    { do: 'answer', at: { issue: 'zz', field: 'title' }, answer },
    { do: 'answer', at: { list: 'immediate', item: 'zz', field: 'action' }, answer },
    { do: 'remove-issue', id: 'zz' },
    { do: 'set-severity', id: 'zz', severity: 'low' },
    { do: 'move-item', list: 'nothing', id: 'zz', by: 1 },
    { do: 'remove-item', list: 'nothing', id: 'zz' },
    { do: 'issue-note', id: 'zz', text: 'x' },
  ] as const) {
    expect(reduce(three, one)).toBe(three);
  }
});

test('several answers in one step', () => {
  const after = reduce(three, {
    do: 'answers',
    entries: [
      { at: { field: 'risk' }, answer: { notApplicable: '' } },
      { at: { issue: 'b', field: 'title' }, answer: { value: 'Leak' } },
    ],
  });
  expect(answerAt(after, { field: 'risk' })).toEqual({ notApplicable: '' });
  expect(answerAt(after, { issue: 'b', field: 'title' })).toEqual({ value: 'Leak' });
});
