import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Trend } from '../../src/compare/answers/measures.ts';
import { type Comparison, compareReviews } from '../../src/compare/compare.ts';
import type { ComparedReview } from '../../src/compare/compared-review.ts';
import { deltaSection } from '../../src/compare/delta-section.ts';
import { type IssueOutcome, issueChanges } from '../../src/compare/issues/issue-changes.ts';
import { releaseLine } from '../../src/markdown/entity.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import type { Review } from '../../src/review/review.ts';
import { reviews } from '../report/reviews.ts';
import { runs } from '../runs.ts';
import { twoReviews } from './mutated.ts';
import { asReport, reviewOf, template } from './two.ts';

const side = (review: Review): ComparedReview => ({ template, review });
const hostile = reviews(template);
const alike = fc
  .tuple(fc.nat(), fc.integer({ min: 1, max: 30 }))
  .map(([seed, count]) => twoReviews(seed, count))
  .map(({ before, after }): [Review, Review] => [reviewOf(before), reviewOf(after)]);
const pairs = fc.oneof(alike, fc.tuple(hostile, hostile));

/** Without entities: a note is told with or without them, by where it stands. */
function bare(text: string): string {
  const released = releaseLine(text);
  return released === text ? text : bare(released);
}

const swapped: Record<IssueOutcome, IssueOutcome> = {
  new: 'not-mentioned',
  resolved: 'new',
  'not-mentioned': 'new',
  regressed: 'downgraded',
  downgraded: 'regressed',
  reworded: 'reworded',
  unchanged: 'unchanged',
};
const turned: Record<Trend, Trend> = {
  better: 'worse',
  worse: 'better',
  appeared: 'gone',
  gone: 'appeared',
  same: 'same',
  changed: 'changed',
};

const trends = ({ verdict, risk, measures, statuses }: Comparison): Trend[] =>
  [verdict, risk, ...measures, ...statuses].map(({ trend }) => trend);

test('a review and itself differ in nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        hostile,
        alike.map(([one]) => one),
      ),
      (review) => {
        const compared = compareReviews(side(review), side(review));
        expect(compared.same).toBe(true);
        expect(compared.issues.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
        expect(compared.issues.map(({ old }) => old)).toEqual(compared.issues.map(({ new: now }) => now));
        expect(trends(compared).filter((trend) => trend !== 'same')).toEqual([]);
        expect([...compared.others, ...compared.regressions]).toEqual([]);
      },
    ),
    { numRuns: runs(6, 15) },
  );
});

test('a review and its own report differ in nothing', () => {
  fc.assert(
    fc.property(hostile, (review) => {
      const { issues, others, same, regressions } = compareReviews(side(review), asReport(review));
      expect(same).toBe(true);
      expect(issues.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
      expect([...others, ...regressions]).toEqual([]);
    }),
    { numRuns: runs(6, 15) },
  );
});

test('every issue of both reviews is told exactly once', () => {
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const { issues } = compareReviews(side(one), side(other));
      const told = (which: 'old' | 'new') => issues.flatMap((issue) => issue[which]?.id ?? []).toSorted();
      expect(told('old')).toEqual(one.issues.map(({ id }) => id).toSorted());
      expect(told('new')).toEqual(other.issues.map(({ id }) => id).toSorted());
    }),
    { numRuns: runs(6, 20) },
  );
});

/** What the previous review calls resolved is new, or back: the other way round it is just gone. */
const asNew = (comparison: Comparison): Comparison => ({
  ...comparison,
  issues: comparison.issues.map((issue) =>
    issue.because === 'back' && !issue.old
      ? { ...issue, outcome: 'new' }
      : // Whether silence says that it is resolved is asked of the new review only.
        issue.outcome === 'resolved'
        ? { ...issue, outcome: 'not-mentioned' }
        : issue,
  ),
});

test('the other way round, what was new is resolved and what got worse got better', () => {
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const there = asNew(compareReviews(side(one), side(other)));
      const back = asNew(compareReviews(side(other), side(one)));
      const told = ({ issues }: Comparison) =>
        issues.map(({ outcome, old, new: now, match, perhaps }) =>
          [outcome, old?.id, now?.id, match?.score, match?.certainty, perhaps?.issue.id].join(' '),
        );
      const turnedBack: Comparison = {
        ...back,
        issues: back.issues.map((issue) => ({
          ...issue,
          outcome: swapped[issue.outcome],
          old: issue.new,
          new: issue.old,
        })),
      };
      expect(told(turnedBack).toSorted()).toEqual(told(there).toSorted());
      expect(trends(back).map((trend) => turned[trend])).toEqual(trends(there));
    }),
    { numRuns: runs(6, 20) },
  );
});

test('the section changes nothing of the report that it is pasted into', () => {
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      const report = render(template, other);
      const section = deltaSection(compareReviews(side(one), side(other)));
      const at = report.indexOf('---\n\n## 🔴 Critical Issues');
      const whole = readReport(template, `${report.slice(0, at)}${section}\n${report.slice(at)}`).review;
      const { notes, ...rest } = readReport(template, report).review;
      const { notes: added, ...same } = whole;
      expect(same).toEqual(rest);
      const gained = Object.entries(added).filter(([id, text]) => notes[id] !== text);
      expect(gained).toHaveLength(1);
      const told = bare(gained[0]?.[1] ?? '');
      // Its heading is the template's own, too.
      for (const line of section.split('\n').slice(1)) expect(told).toContain(bare(line));
    }),
    { numRuns: runs(6, 10) },
  );
});

describe('a review and its later state, by issues of which it is known which are the same', () => {
  test.each([8, 25, 100])('%i issues: none is taken for another, nearly all are found again', (count) => {
    let kept = 0;
    let found = 0;
    for (let seed = 1; seed <= 400 / count; seed += 1) {
      const { before, after } = twoReviews(seed * 7919, count);
      const changes = issueChanges({ old: side(reviewOf(before)), new: side(reviewOf(after)) });
      const matched = changes.filter(({ old, new: now }) => old && now);
      expect(matched.filter(({ old, new: now }) => old?.id !== now?.id)).toEqual([]);
      kept += after.filter(({ id }) => id.startsWith('same')).length;
      found += matched.length;
    }
    expect(found / kept).toBeGreaterThan(0.95);
  });
});
