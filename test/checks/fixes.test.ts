import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/checks/problem.ts';
import { isOpenError, overrideFor } from '../../src/checks/problem.ts';
import { dayMeant } from '../../src/fields/days.ts';
import type { Value } from '../../src/fields/value.ts';
import { problemKey } from '../../src/review/overrides.ts';
import { reduce } from '../../src/review/reduce.ts';
import type { Review } from '../../src/review/review.ts';
import { reviews } from '../report/reviews.ts';
import { runs } from '../runs.ts';
import { answered, find, sound, template, ticked, withIssue, withItem } from './sound.ts';

const known = (problem: Problem) => problemKey(overrideFor(problem));
/** Where it is: an error that is put in other words is no new one. */
const at = ({ id, place, page }: Problem) => JSON.stringify([id, place ?? page]);
const fixed = (review: Review, problem: Problem) => (problem.fix?.actions ?? []).reduce(reduce, review);
const fixFor = (id: string, review: Review): Problem | undefined =>
  find(review).find((problem) => problem.id === id && problem.fix);

/** Faults that come together as they like, on a review that has none. */
const days = [
  '13.02.2026',
  '2026/2/13',
  '2/13/2026',
  '02/03/2026',
  'Feb 30, 2026',
  '1.3.2027',
  'soon',
  '2026-02-12',
];
const plans = ['Fix CRITICAL-1', 'HIGH-1 and MEDIUM-1', 'A high matter', '[Action]', 'Something'];
const changes: fc.Arbitrary<(review: Review) => Review>[] = [
  fc
    .constantFrom('GO', 'NO-GO', 'CONDITIONAL GO', 'perhaps')
    .map((value) => answered.bind(null, { recommendation: value })),
  fc.constantFrom('LOW', 'HIGH', 'low for now').map((value) => answered.bind(null, { risk: value })),
  fc
    .tuple(fc.constantFrom('review-date', 'signed-date', 'next-review'), fc.constantFrom(...days))
    .map(([field, day]) => answered.bind(null, { [field]: day })),
  fc
    .tuple(fc.constantFrom('critical-issues', 'high-issues'), fc.constantFrom('', 'security', 'stability'))
    .map(([field, words]) => answered.bind(null, { [field]: ticked(field, words) })),
  fc
    .tuple(
      fc.constantFrom('critical' as const, 'high' as const, 'medium' as const),
      fc.constantFrom<Record<string, Value>>(
        { category: ['Security'] },
        { category: ['System Stability', 'Error Handling'] },
        { priority: 'Before production deployment' },
        { impact: ['[Consequence 1]'] },
        { impact: ['[Consequence 1]', 'It breaks'] },
        { location: ['path/to/file.go:234'] },
        { title: '[Issue Title]' },
      ),
    )
    .map(([severity, values]) => withIssue.bind(null, severity, values)),
  fc
    .tuple(fc.constantFrom('immediate', 'short-term', 'medium-term', 'debt'), fc.constantFrom(...plans))
    .map(([list, text]) => withItem.bind(null, list, { [template.lists[list]?.asks[0] ?? '']: text })),
  fc.constantFrom('Yes', 'No').map((blocks) => withItem.bind(null, 'immediate', { blocks })),
  fc.constantFrom(...days).map((deadline) => withItem.bind(null, 'immediate', { deadline })),
  fc
    .constantFrom('summary', 'reviewer', 'approach', 'auth-problems')
    .map((field) => answered.bind(null, { [field]: template.fields[field]?.placeholder ?? '' })),
  fc.constant(
    answered.bind(null, {
      tools: [
        { text: '[Other tools]', done: true },
        { text: 'go vet', done: true },
      ],
    }),
  ),
];
const faulty = fc
  .array(fc.oneof(...changes), { minLength: 1, maxLength: 6 })
  .map((all) => all.reduce((review, change) => change(review), sound));

test.each([
  ['with faults', faulty],
  ['of any kind', reviews(template)],
])('doing what a problem offers makes it go and adds no error: reviews %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (review) => {
      const before = find(review);
      const errors = new Set(before.filter(isOpenError).map(at));
      for (const problem of before) {
        if (!problem.fix) continue;
        const after = find(fixed(review, problem));
        expect(after.map(known)).not.toContain(known(problem));
        // What was known by a placeholder for its title is not known without it.
        const unknown = (one: Problem) => problem.id === 'placeholder' && one.id === 'action-too-late';
        const added = after.filter((one) => isOpenError(one) && !errors.has(at(one)) && !unknown(one));
        expect(added).toEqual([]);
      }
    }),
    { numRuns: runs(12, 30) },
  );
});

describe('where the repair is clear, it can be done', () => {
  test.each<[id: string, label: string, review: Review]>([
    ['go-with-critical', 'recommend NO-GO', answered({ recommendation: 'GO' })],
    [
      'go-with-high',
      'recommend CONDITIONAL GO',
      withItem('immediate', { blocks: 'No' }, answered({ recommendation: 'GO' })),
    ],
    ['blocked-go', 'recommend NO-GO', answered({ recommendation: 'GO' })],
    ['risk-too-low', 'assess the risk as CRITICAL', answered({ risk: 'LOW' })],
    [
      'checklist-contradicts-issues',
      'untick it',
      answered(
        { 'critical-issues': ticked('critical-issues') },
        withIssue('critical', { category: ['Security'] }),
      ),
    ],
    ['dates', 'write 2026-02-13', answered({ 'review-date': '13.02.2026' })],
    ['issue-not-planned', 'add an action for HIGH-1', withItem('immediate', { action: 'Fix CRITICAL-1' })],
    ['placeholder', 'remove it', withIssue('high', { impact: ['[Consequence 1]', 'It breaks'] })],
    [
      'action-too-late',
      'plan it before the deployment',
      withIssue(
        'high',
        { priority: 'Before production deployment' },
        withItem('debt', { debt: 'HIGH-1' }, withItem('immediate', { action: 'CRITICAL-1' })),
      ),
    ],
  ])('%s: %s', (id, label, review) => {
    expect(fixFor(id, review)?.fix?.label).toBe(label);
  });

  test.each<[why: string, id: string, review: Review]>([
    ['a day that is read in two ways', 'dates', answered({ 'review-date': '02/03/2026' })],
    ['a day that would be in the future', 'dates', answered({ 'review-date': '15.02.2026' })],
    [
      'an action that would contradict the verdict',
      'issue-not-planned',
      withItem('immediate', { action: 'Fix CRITICAL-1' }, answered({ recommendation: 'GO' })),
    ],
    ['what a report cannot do without', 'placeholder', answered({ summary: '[Summary]' })],
    ['a placeholder among other words', 'placeholder', answered({ approach: 'By [Name/Tool], mostly' })],
  ])('it is left to the reviewer: %s', (_, id, review) => {
    expect(fixFor(id, review)).toBeUndefined();
  });
});

test('an action that is moved to the deployment loses none of its answers', () => {
  const later = { debt: 'HIGH-1: old code', impact: 'slow', effort: '3 days', timeline: 'in May' };
  const review = withIssue(
    'high',
    { priority: 'Before production deployment' },
    withItem('debt', later, withItem('immediate', { action: 'CRITICAL-1' })),
  );
  const problem = fixFor('action-too-late', review);
  const after = fixed(review, problem as Problem);
  expect(after.items.debt).toBeUndefined();
  expect(after.items.immediate?.at(-1)?.answers).toEqual({
    action: { value: 'HIGH-1: old code' },
    effort: { value: '3 days' },
  });
  expect(after.notes[template.lists.immediate?.section ?? '']).toBe(
    '- Impact: slow\n- Recommended timeline: in May',
  );
});

test.each([
  ['2026/2/13', '2026-02-13'],
  ['2026.02.13', '2026-02-13'],
  ['13.02.2026', '2026-02-13'],
  ['3.2.2026', '2026-02-03'],
  ['13/02/2026', '2026-02-13'],
  ['2/13/2026', '2026-02-13'],
  ['5/5/2026', '2026-05-05'],
  ['13 Feb 2026', '2026-02-13'],
  ['February 13th, 2026', '2026-02-13'],
  ['2026-02-13T10:00:00Z', '2026-02-13'],
  ['02/03/2026', null],
  ['30.2.2026', null],
  ['13.2.26', null],
  ['Octember 3, 2026', null],
  ['next week', null],
  ['', null],
])('"%s" means %s', (text, day) => {
  expect(dayMeant(text)).toBe(day);
});
