import { describe, expect, test } from 'vitest';
import { followUpActions } from '../../src/following-up/follow-up.ts';
import type { ReviewToFollow } from '../../src/following-up/review-to-follow.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import {
  deltaSectionOf,
  type Outcome,
  type PreviousReview,
} from '../../src/review/previous/delta-section.ts';
import { markPreviousIssue } from '../../src/review/previous/mark-previous-issue.ts';
import { reduce } from '../../src/review/reduce.ts';
import { emptyReview, type Item, type Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';

const template = bundled();
const delta = deltaSectionOf(template);
if (!delta) throw new Error('no delta');

/** A review that follows another, as `new --from` makes it. */
function following(earlier: Partial<ReviewToFollow> & { review: Review }, today = '2026-03-01') {
  const given = { template, report: '/app/docs/reports/old.md', draft: null, ...earlier };
  const { actions, previous } = followUpActions(template, emptyReview, given, { today, repository: '/app' });
  return { review: actions.reduce(reduce, emptyReview), previous };
}

const itemsOf = (review: Review): Item[] => review.items.delta ?? [];
const earlierOf = (item: Item | undefined) => item?.answers.earlier;
const candidate = (review: Review, words: string): Item => {
  const item = itemsOf(review).find((one) => JSON.stringify(earlierOf(one)).includes(words));
  if (!item) throw new Error(`no candidate ${words}`);
  return item;
};

function marked(review: Review, words: string, outcome: Outcome | null, previous?: PreviousReview): Review {
  const item = candidate(review, words);
  const earlier = previous?.issues.find(({ issue }) => issue.id === item.id);
  return markPreviousIssue(
    template,
    review,
    delta as NonNullable<typeof delta>,
    item,
    outcome,
    earlier,
  ).actions.reduce(reduce, review);
}

const said = (review: Review, words: string, answers: Record<string, string>): Review =>
  Object.entries(answers).reduce(
    (now, [field, value]) =>
      reduce(now, {
        do: 'answer',
        at: { list: 'delta', item: candidate(now, words).id, field },
        answer: { value },
      }),
    review,
  );

/** Only the Markdown goes on to the next review. */
const throughReport = (review: Review): Review => readReport(template, render(template, review)).review;

const risk: Review['issues'][number] = {
  id: 'pool',
  severity: 'high',
  answers: {
    title: { value: 'Pool **runs** dry: at night' },
    category: { value: ['Performance', 'System Stability'] },
    risk: { value: 'No connection is left' },
    location: { value: ['a.go:1', 'b.go:2-3'] },
    description: { value: 'It runs dry.\n\n- at night\n- on Mondays' },
    evidence: { value: { text: 'db.SetMaxOpenConns(1)\n```\n', language: 'go' } },
    impact: { value: ['Requests wait', 'Requests fail'] },
    fix: { value: '1. Measure\n2. Raise it' },
    priority: { value: 'Within a month' },
    effort: { value: 'Low (< 1 hour)' },
  },
};
const other: Review['issues'][number] = {
  id: 'other',
  severity: 'critical',
  answers: { title: { value: 'Root password' } },
};
const first: Review = {
  ...emptyReview,
  answers: {
    'review-date': { value: '2026-01-31' },
    version: { value: 'v1.4.0' },
    recommendation: { value: 'NO-GO' },
    risk: { value: 'CRITICAL' },
    'unit-coverage': { value: '81' },
    'auth-status': { value: 'Secure' },
    summary: { value: 'All of it' },
    tools: { value: [{ text: 'gosec', done: true }] },
    security: { value: [{ text: 'No secrets in git repository', done: true }] },
    'watch-areas': { value: ['Sign-in'] },
    'review-type': { value: 'Audit' },
    'signed-by': { value: 'Ada' },
  },
  issues: [other, risk],
};

describe('a review that follows a report', () => {
  const { review, previous } = following({ review: throughReport(first) });

  test('has its issues as candidates, none of them decided, and none of today', () => {
    expect(itemsOf(review).map(earlierOf)).toEqual([
      { value: 'CRITICAL-1: Root password' },
      { value: 'HIGH-1: Pool **runs** dry: at night' },
    ]);
    expect(itemsOf(review).flatMap((item) => Object.keys(item.answers))).toEqual(['earlier', 'earlier']);
    expect(review.issues).toEqual([]);
  });

  test('says which review it was, and takes over only what lasts', () => {
    expect(review.answers).toEqual({
      'previous-review': { value: '`docs/reports/old.md`, 2026-01-31, v1.4.0' },
      'previous-verdict': { value: 'NO-GO' },
      'review-type': { value: 'Audit' },
      'watch-areas': { value: ['Sign-in'] },
      tools: { value: [{ text: 'gosec', done: false }] },
      references: {
        value: [
          'Production Readiness Checklist: `docs/production_ready_at_scale_checklist.md`',
          'Previous Review: `docs/reports/old.md`',
          'API Documentation: `backend/docs/swagger.json`',
        ],
      },
    });
    expect(previous.answers).toMatchObject({
      'unit-coverage': { value: '81' },
      'auth-status': { value: 'Secure' },
    });
    expect(previous.answers).not.toHaveProperty('summary');
  });

  test('gives an issue the same id each time, with all its answers', () => {
    const again = following({ review: throughReport(first) });
    expect(again.previous).toEqual(previous);
    const open = marked(review, 'Pool', 'open', previous);
    expect(open.issues).toEqual([{ ...risk, id: candidate(review, 'Pool').id }]);
    expect(candidate(open, 'Pool').issues).toEqual([candidate(review, 'Pool').id]);
  });

  test('counts what became of them, in words that nobody types', () => {
    let now = marked(review, 'Pool', 'changed', previous);
    now = reduce(now, { do: 'set-severity', id: candidate(review, 'Pool').id, severity: 'medium' });
    now = reduce(now, { do: 'add-issue', issue: { id: 'new', severity: 'low', answers: {} } });
    const report = render(template, marked(now, 'Root', 'resolved', previous));
    expect(report).toContain(
      '**Summary of Changes:** 1 resolved, 1 changed, 1 new; 1 with another severity  \n',
    );
    expect(report).toContain('**New Issues:** LOW-1\n');
    expect(report).toContain('\n1. **CRITICAL-1: Root password**: Resolved\n');
    expect(report).toContain(' dry: at night** → MEDIUM-1: Changed\n');
    expect(report.indexOf('## 🎯')).toBeLessThan(report.indexOf('## 🔄 Delta from Previous Review'));
    expect(report.indexOf('## 🔄 Delta')).toBeLessThan(report.indexOf('## 🔴'));
  });
});

test('of a report outside the repository only the name is told', () => {
  const { review } = following({ review: first, report: '/home/ada/reviews/old.md' });
  expect(review.answers['previous-review']).toEqual({ value: '`old.md`, 2026-01-31, v1.4.0' });
  expect(render(template, review)).not.toContain('/home/ada');
});

test('a review that follows a draft has the ids of its issues', () => {
  const { review, previous } = following({ review: first, report: null, draft: 'k3f9abcd' });
  expect(itemsOf(review).map(({ id }) => id)).toEqual(['other', 'pool']);
  expect(marked(review, 'Pool', 'open', previous).issues).toEqual([risk]);
  expect(review.answers['previous-review']).toEqual({ value: 'draft k3f9abcd, 2026-01-31, v1.4.0' });
});

test('a review without issues is followed too', () => {
  const { review } = following({ review: throughReport({ ...first, issues: [] }) });
  const report = render(template, review);
  expect(report).toContain('### Earlier Issues\n\nN/A: no issue was open\n');
  expect(report).toContain('**Summary of Changes:** none  \n**New Issues:** none\n');
});

describe('an accepted risk goes from report to report', () => {
  const begun = following({ review: throughReport(first) });
  const accepted = said(marked(begun.review, 'Pool', 'accepted', begun.previous), 'Pool', {
    'accepted-by': 'Grace',
    reason: 'It is behind a queue',
    until: '2026-04-30',
  });
  const second = marked(accepted, 'Root', 'resolved', begun.previous);
  const secondReport = throughReport(second);

  test('is no open issue, and the report has all that was said of it', () => {
    expect(secondReport.issues).toEqual([]);
    const { answers } = candidate(secondReport, 'Pool');
    expect(answers).toMatchObject({ 'accepted-by': { value: 'Grace' }, until: { value: '2026-04-30' } });
    expect(answers.evidence).toBeDefined();
  });

  test('stays accepted in the next review while its day is to come, and can be opened whole', () => {
    const third = following({ review: secondReport }, '2026-04-30');
    expect(itemsOf(third.review)).toHaveLength(1);
    expect(candidate(third.review, 'Pool').answers).toMatchObject({
      outcome: { value: 'Accepted as risk' },
      'accepted-by': { value: 'Grace' },
      reason: { value: 'It is behind a queue' },
      until: { value: '2026-04-30' },
    });
    const thirdReport = throughReport(third.review);
    const fourth = following({ review: thirdReport }, '2026-04-30');
    const open = marked(fourth.review, 'Pool', 'open', fourth.previous);
    expect(open.issues).toEqual([{ ...risk, id: candidate(begun.review, 'Pool').id }]);
  });

  test('is an open issue again when its day is past, and says why', () => {
    const third = following({ review: secondReport }, '2026-05-01');
    const id = candidate(begun.review, 'Pool').id;
    expect(third.review.issues).toEqual([{ ...risk, id }]);
    expect(candidate(third.review, 'Pool')).toMatchObject({
      issues: [id],
      answers: {
        outcome: { value: 'Still open' },
        note: { value: 'Accepted as a risk by Grace until 2026-04-30, which is past.' },
      },
    });
    expect(readReport(template, render(template, third.review)).review.issues).toHaveLength(1);
  });

  test('what nobody decided is a candidate again, too', () => {
    const third = following({ review: throughReport(begun.review) });
    expect(itemsOf(third.review).map(earlierOf)).toEqual(itemsOf(begun.review).map(earlierOf));
  });
});

describe('a mark is taken back by another', () => {
  const { review, previous } = following({ review: throughReport(first) });
  const outcomes: (Outcome | null)[] = ['resolved', 'open', 'changed', 'accepted', null];

  test.each(outcomes.flatMap((one) => outcomes.map((other) => [one, other] as const)))(
    '%s, then %s',
    (one, other) => {
      const direct = marked(review, 'Pool', other, previous);
      expect(marked(marked(review, 'Pool', one, previous), 'Pool', other, previous)).toEqual(direct);
    },
  );

  test('but an issue that was edited stays', () => {
    const open = marked(review, 'Pool', 'open', previous);
    const [issue] = open.issues;
    const edited = reduce(open, {
      do: 'answer',
      at: { issue: issue?.id ?? '', field: 'fix' },
      answer: { value: 'Another way' },
    });
    expect(marked(edited, 'Pool', 'resolved', previous).issues).toEqual(edited.issues);
  });

  test('what was changed of an accepted risk goes into its issue', () => {
    const kept = marked(review, 'Pool', 'accepted', previous);
    const changed = said(kept, 'Pool', { fix: 'Another way' });
    expect(marked(changed, 'Pool', 'open', previous).issues[0]?.answers).toEqual({
      ...risk.answers,
      fix: { value: 'Another way' },
    });
  });

  test('also when it is not known any more what the previous review had', () => {
    const open = marked(review, 'Pool', 'open');
    expect(open.issues).toMatchObject([{ severity: 'high', answers: { title: risk.answers.title } }]);
  });
});
