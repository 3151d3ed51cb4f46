import { expect, test } from 'vitest';
import { provenReport } from '../../src/report/prover/prove-report.ts';
import { render } from '../../src/report/writer/render.ts';
import { emptyReview } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';

test('a report that comes back is given out', () => {
  const template = bundled();
  expect(provenReport(template, emptyReview)).toEqual({ ok: true, value: render(template, emptyReview) });
});

test('one that would not come back names what would be lost', () => {
  const template = structuredClone(bundled());
  // A writer and a reader that disagree: the reader looks for a label that the text does not have.
  const head = template.sections[0];
  if (head) head.slots = head.slots.filter((slot) => slot.label !== 'Reviewer');
  const proven = provenReport(template, { ...emptyReview, answers: { reviewer: { value: 'Ada' } } });
  expect(proven).toMatchObject({ ok: false, failures: [{ where: expect.stringContaining('reviewer') }] });
});

test('what the template has no place for is named, not dropped', () => {
  const template = structuredClone(bundled());
  delete template.issues.low;
  const review = {
    ...emptyReview,
    answers: { weather: { value: 'fine' } },
    issues: [{ id: 'a', severity: 'low' as const, answers: {} }],
    notes: { cellar: 'dark' },
  };
  expect(provenReport(template, review)).toMatchObject({
    ok: false,
    failures: [{ where: 'weather, the low issues, notes of cellar' }],
  });
});
