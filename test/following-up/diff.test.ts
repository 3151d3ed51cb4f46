import { expect, test } from 'vitest';
import { comparisonTable, outcomesInWords } from '../../src/commands/printing/comparison-table.ts';
import { compareReviews } from '../../src/compare/compare.ts';
import { deltaSection } from '../../src/compare/delta-section.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { emptyReview, type Item, type Review } from '../../src/review/review.ts';
import { issue, template } from '../compare/two.ts';

const earlier: Review = {
  ...emptyReview,
  issues: [
    issue('high', { title: 'Slow queries' }),
    issue('high', { title: 'No rollback' }),
    issue('medium', { title: 'Chatty log' }),
  ],
};

const marked = (id: string, name: string, outcome?: string): Item => ({
  id,
  answers: { earlier: { value: name }, ...(outcome ? { outcome: { value: outcome } } : {}) },
});

const later: Review = {
  ...emptyReview,
  items: {
    delta: [
      marked('a', 'HIGH-1: Slow queries', 'Resolved'),
      marked('b', 'HIGH-2: No rollback', 'Accepted as risk'),
      marked('c', 'MEDIUM-1: Chatty log'),
    ],
  },
};

const read = (review: Review) => readReport(template, render(template, review)).review;

test.each([
  ['two drafts', earlier, later],
  ['two reports', read(earlier), read(later)],
])('what a review says of the issues it follows, the comparison of %s says too', (_, old, now) => {
  const comparison = compareReviews({ template, review: old }, { template, review: now });
  expect(outcomesInWords(comparison)).toBe(
    '1 resolved, 1 accepted as a risk, 1 gone, but not decided in the new review',
  );
  expect(comparison.issues.map(({ outcome, because }) => [outcome, because])).toEqual([
    ['resolved', null],
    ['resolved', 'accepted'],
    ['resolved', 'undecided'],
  ]);
  expect(comparisonTable(comparison)).toContain('1 accepted as a risk\n  HIGH-2  No rollback');
  const section = deltaSection(comparison);
  expect(section).toContain('**Resolved (1):**\n\n- HIGH-1: Slow queries\n');
  expect(section).toContain('**Accepted as risk (1):**\n\n- HIGH-2: No rollback\n');
  expect(section).toContain('**Not decided (1):**\n\n- MEDIUM-1: Chatty log\n');
});

test('a checklist without a group stands under its page, and what only one review says is a number for its page', () => {
  const page = template.pages.find(({ title }) => title === 'Analysis')?.id;
  const first = template.sections.filter((section) => section.page === page).slice(0, 2);
  expect(first).toHaveLength(2);
  const now: Review = {
    ...emptyReview,
    answers: { certification: { value: [{ text: 'All critical code paths reviewed', done: true }] } },
    notes: Object.fromEntries(first.map(({ id }) => [id, 'More.'])),
  };
  const told = comparisonTable(compareReviews({ template, review: emptyReview }, { template, review: now }));
  expect(told).toMatch(/Checklists that changed\n {2}Sign-off\n {4}Certification {2}/);
  expect(told).toMatch(/^ {2}Analysis: 2 now$/m);
});
