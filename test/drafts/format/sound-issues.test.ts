import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftSchema } from '../../../src/drafts/format/schema.ts';
import { areSoundIssues } from '../../../src/drafts/format/sound-issues.ts';
import { emptyReview, type Issue } from '../../../src/review/review.ts';
import { review } from '../../review/arbitrary.ts';

const draftOf = (issues: unknown) => ({
  format: 3,
  id: 'abcdef1',
  template: { name: 'production-readiness', version: '1' },
  review: { ...emptyReview, issues },
  made: '2026-02-13T10:00:00.000Z',
  edited: '2026-02-13T11:00:00.000Z',
  worked: 12,
  position: { page: 'details', scroll: 0 },
});

const odd = fc.constantFrom<unknown>(
  ...[null, 7, '', 'a b', [], ['a', 3], {}, { value: 'x' }, { value: ['x'] }, { notApplicable: 3 }],
  ...[{ value: { text: 'x', language: null } }, { value: 'x', notApplicable: '' }, { text: 'x' }],
);

/** Something else in the place of one member, at any depth, or one more. */
function bent(value: unknown, steps: number[], by: unknown): unknown {
  const [step = 0, ...more] = steps;
  if (typeof value !== 'object' || value === null || steps.length === 0) return by;
  const keys = [...Object.keys(value), 'more', 'toString', '__proto__'];
  const key = keys[step % keys.length] ?? '';
  const entries: [string, unknown][] = Object.entries(value).filter(([name]) => name !== key);
  const inner = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : by;
  const changed = Object.fromEntries([...entries, [key, bent(inner, more, by)]]);
  return Array.isArray(value) ? Object.values(changed) : changed;
}

test('what is called sound is what the schema takes, to the letter', () => {
  let sound = 0;
  let bad = 0;
  const steps = fc.array(fc.nat(20), { maxLength: 6 });
  fc.assert(
    fc.property(review, steps, odd, fc.boolean(), (one, where, by, whole) => {
      const issues = whole ? one.issues : bent(one.issues, where, by);
      const parsed = draftSchema.safeParse(draftOf(issues));
      if (!areSoundIssues(issues)) {
        bad += 1;
        return;
      }
      sound += 1;
      expect(parsed.success && parsed.data.review.issues).toEqual(issues);
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(sound, bad)).toBeGreaterThan(100);
});

test('issues as reviewers write them are sound, and two of one id are not', () => {
  const issue: Issue = {
    id: 'a',
    severity: 'low',
    answers: {
      title: { value: 'Queue is never drained' },
      impact: { value: ['one', 'two'] },
      evidence: { value: { text: 'x', language: null } },
      effort: { notApplicable: '' },
    },
    note: 'seen twice',
  };
  expect(areSoundIssues([issue, { ...issue, id: 'b' }])).toBe(true);
  expect(areSoundIssues([issue, issue])).toBe(false);
});
