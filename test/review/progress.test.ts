import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countChecklistAnswers } from '../../src/review/answer-counts.ts';
import { issueName, issueNames } from '../../src/review/issue-names.ts';
import { missingOf, progressOf, titleOf } from '../../src/review/progress.ts';
import { reduce } from '../../src/review/reduce.ts';
import { emptyReview, type Issue, type Review } from '../../src/review/review.ts';
import { compile } from '../../src/template/compile.ts';
import type { Template } from '../../src/template/template.ts';
import { review } from './arbitrary.ts';

const source = readFileSync('templates/production-readiness.md', 'utf8');
const compiled = compile(source, 'production-readiness.md');
if (!compiled.ok) throw new Error(JSON.stringify(compiled.failures));
const template: Template = compiled.value;

const answered = (answers: Review['answers'], from = emptyReview): Review => ({ ...from, answers });
const pageOf = (field: string) => template.pages.find((page) => page.fields.includes(field))?.id ?? '';
const progressAt = (review: Review, page: string) => {
  const found = progressOf(template, review).pages.get(page);
  if (!found) throw new Error(`no page ${page}`);
  return found;
};
const issue = (id: string, answers: Issue['answers'] = {}): Issue => ({ id, severity: 'critical', answers });
const critical = template.issues.critical?.page ?? '';
const complete: Issue['answers'] = {
  title: { value: 'Root password' },
  category: { value: ['Security'] },
  risk: { value: 'Takeover' },
  location: { value: ['main.go:1'] },
  description: { value: 'It is in the source' },
  evidence: { value: { text: 'x := 1', language: 'go' } },
  impact: { value: ['Takeover'] },
  fix: { value: 'Remove it' },
  priority: { value: 'Before' },
  effort: { value: 'Low' },
};

test('a new review has begun no page, and not applicable is an answer', () => {
  const start = [...progressOf(template, emptyReview).pages.values()];
  expect(start.every(({ state }) => state === 'untouched')).toBe(true);
  expect(progressAt(answered({ risk: { notApplicable: '' } }), pageOf('risk'))).toMatchObject({
    answered: 1,
    state: 'begun',
  });
});

test('an empty text is no answer', () => {
  expect(progressAt(answered({ summary: { value: '  ' } }), pageOf('summary')).answered).toBe(0);
});

test('the lines of a checklist count one by one', () => {
  const items = [
    { text: 'All critical code paths reviewed', done: true },
    { text: 'All security concerns evaluated', done: false },
    { text: 'All database queries analyzed', done: false, notApplicable: 'none' },
  ];
  const page = pageOf('certification');
  const before = progressAt(emptyReview, page);
  expect(progressAt(answered({ certification: { value: items } }), page).answered).toBe(before.answered + 2);
});

test('a suggestion that was accepted makes a page begun', () => {
  const signed = answered({ 'signed-by': { value: 'Ada' } });
  expect(progressAt(signed, pageOf('signed-by'))).toMatchObject({ state: 'begun' });
});

test('an answer that is none of its kind needs attention', () => {
  const wrong = answered({ 'review-date': { value: 'the day after' } });
  expect(progressAt(wrong, pageOf('review-date'))).toMatchObject({ state: 'attention', problems: 1 });
});

test('an issue that lacks what its severity asks for needs attention once it is begun', () => {
  const fresh = reduce(emptyReview, { do: 'add-issue', issue: issue('a') });
  expect(progressAt(fresh, critical).state).toBe('begun');
  const named = reduce(fresh, {
    do: 'answer',
    at: { issue: 'a', field: 'title' },
    answer: { value: 'Root password' },
  });
  expect(progressAt(named, critical)).toMatchObject({ state: 'attention', problems: 1 });
  const whole = reduce(emptyReview, { do: 'add-issue', issue: issue('a', complete) });
  expect(progressAt(whole, critical)).toMatchObject({ state: 'complete', problems: 0 });
});

test('a page that asks nothing yet is untouched, however far the review is, and holds nothing back', () => {
  const later = answered({ approach: { value: 'Read all of it' }, 'signed-by': { value: 'Ada' } });
  expect(progressAt(later, critical)).toMatchObject({ state: 'untouched', total: 0 });
  const strengths = template.lists.strengths?.page ?? '';
  expect(progressAt(later, strengths)).toMatchObject({ state: 'untouched', total: 0 });
});

test('what an issue lacks is named, defaults are not lacking', () => {
  expect(missingOf(template, issue('a', { ...complete, fix: { value: '' } }))).toEqual(['fix']);
  const { priority: _default, ...rest } = complete;
  expect(missingOf(template, issue('a', rest))).toEqual([]);
});

test('the whole is the sum of the pages, and never more than there is', () => {
  fc.assert(
    fc.property(review, (any) => {
      const { answered: sum, total, pages } = progressOf(template, any);
      const all = [...pages.values()];
      expect(all.reduce((n, page) => n + page.answered, 0)).toBe(sum);
      expect(all.reduce((n, page) => n + page.total, 0)).toBe(total);
      expect(sum).toBeLessThanOrEqual(total);
    }),
  );
});

test('after a change everything is as if it were counted for the first time', () => {
  fc.assert(
    fc.property(fc.array(review, { minLength: 2, maxLength: 4 }), fc.nat(), (reviews, at) => {
      // One answer is another, or gone: all others are shared.
      const [first = emptyReview, second = emptyReview] = reviews;
      const ids = Object.keys({ ...first.answers, ...second.answers });
      const id = ids[at % Math.max(1, ids.length)] ?? 'version';
      const { [id]: given, ...answers } = second.answers;
      const changed = { ...first, answers: { ...first.answers, ...(given ? { [id]: given } : {}) } };
      for (const any of [...reviews, first, changed, { ...second, answers }]) {
        const fresh = structuredClone(template);
        expect(progressOf(template, any)).toEqual(progressOf(fresh, any));
        expect(countChecklistAnswers(template, any)).toEqual(countChecklistAnswers(fresh, any));
      }
    }),
    { numRuns: 30 },
  );
});

test('issues are numbered within their severity, without gaps', () => {
  fc.assert(
    fc.property(review, (any) => {
      const names = issueNames(template, any);
      expect(new Set(names.values()).size).toBe(any.issues.length);
      for (const one of any.issues) expect(issueName(template, any, one.id)).toBe(names.get(one.id));
    }),
  );
  const two = ['a', 'b'].reduce((now, id) => reduce(now, { do: 'add-issue', issue: issue(id) }), emptyReview);
  expect(issueName(template, two, 'b')).toBe('CRITICAL-2');
  expect(issueName(template, two, 'nobody')).toBe('');
});

test('a review is called by its template’s title and its version', () => {
  expect(titleOf(template.title, answered({ version: { value: ' v1.4.2 ' } }))).toBe('Sanctum v1.4.2');
  expect(titleOf(template.title, emptyReview)).toBe('Sanctum');
  expect(titleOf('Payments: Launch Report', emptyReview)).toBe('Payments: Launch');
  expect(titleOf('Production Readiness Review', emptyReview)).toBe('Production Readiness Review');
  expect(titleOf('', emptyReview)).toBe('Review');
});
