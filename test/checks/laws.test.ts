import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeNames } from '../../src/checks/place-names.ts';
import { levels, type Problem } from '../../src/checks/problem.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import { normalize } from '../../src/report/normalize.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { emptyReview } from '../../src/review/review.ts';
import { reviews } from '../report/reviews.ts';
import { runs } from '../runs.ts';
import { compiled } from '../template/bundled.ts';
import { template } from './sound.ts';

const today = '2026-02-14';

test('no review makes a check throw, and what is found has a place, a page and one line of words', () => {
  const pages = new Set(template.pages.map((page) => page.id));
  fc.assert(
    fc.property(reviews(template), fc.boolean(), (review, wasRead) => {
      const facts = wasRead
        ? { today, report: { counts: { critical: 3 }, lines: new Set(['# heading']) } }
        : { today };
      const nameOf = placeNames(template, review);
      for (const problem of runChecks(template, review, facts)) {
        expect(levels).toContain(problem.level);
        expect(pages).toContain(problem.page);
        expect(problem.message).toMatch(/^\S.*$/);
        expect(nameOf(problem)).not.toBe('');
        if (problem.place && 'issue' in problem.place)
          expect(review.issues.map(({ id }) => id)).toContain(problem.place.issue);
      }
      expect(runChecks(template, review, facts)).toEqual(runChecks(template, review, facts));
    }),
    { numRuns: runs(8, 30) },
  );
});

/** What is found, wherever it is: a report that is read has ids of its own. */
const inWords = (problems: readonly Problem[]) =>
  problems
    .map(({ id, level, message, overridden }) => [id, level, message, overridden !== undefined].join(' '))
    .sort();

test('a report that was written from a draft has the same problems', () => {
  fc.assert(
    fc.property(reviews(template), fc.boolean(), (given, isAdded) => {
      // As it is when one was added and nothing said of it yet.
      const delta = [...(given.items.delta ?? []), ...(isAdded ? [{ id: 'empty', answers: {} }] : [])];
      const review = { ...given, items: { ...given.items, delta } };
      const { review: back, stated, derived, clashes } = readReport(template, render(template, review));
      const found = runChecks(template, back, {
        today,
        report: { counts: stated, derived, contradictions: clashes },
      });
      expect(inWords(found)).toEqual(inWords(runChecks(template, normalize(template, review), { today })));
    }),
    { numRuns: runs(8, 30) },
  );
});

test('a template that lacks what the checks are about has nothing to say', () => {
  const other = compiled(
    '::template{name=x version=1}\n\n# X\n\n**Verdict:** :choice[Up / Down]{#recommendation}\n\n## Rest\n\n**Note:** :prose[Words]{#note}\n',
  );
  const review = { ...emptyReview, answers: { recommendation: { value: 'Up' }, note: { value: 'words' } } };
  expect(runChecks(other, review, { today, report: { counts: { high: 1 } } })).toEqual([]);
});

test('a thousand issues and as many actions are checked in one go', () => {
  const issues = Array.from({ length: 1000 }, (_, index) => ({
    id: `i${index}`,
    severity: 'high' as const,
    answers: { title: { value: `Issue number ${index}` }, location: { value: ['src/a.go'] } },
  }));
  const actions = issues.map(({ id }, index) => ({
    id: `a${id}`,
    answers: { action: { value: `Do HIGH-${index + 1}` } },
  }));
  const problems = runChecks(
    template,
    { ...emptyReview, issues, items: { 'short-term': actions } },
    { today },
  );
  expect(problems.filter(({ id }) => id === 'issue-not-planned')).toEqual([]);
  expect(problems.filter(({ id }) => id === 'duplicate')).toHaveLength(999);
});
