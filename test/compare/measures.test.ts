import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../src/compare/answers/measures.ts';
import { directionOf, statusRank } from '../../src/compare/answers/rankings.ts';
import { compareReviews } from '../../src/compare/compare.ts';
import { deltaSection } from '../../src/compare/delta-section.ts';
import { templateItems } from '../../src/fields/kinds/checklist.ts';
import type { Value } from '../../src/fields/value.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { compiled } from '../template/bundled.ts';
import { asDraft, asReport, firstDay, found, issue, reviewOf, template } from './two.ts';

const measure = (field: string, old: string, now: string) =>
  measuresOf({
    old: asDraft(reviewOf([], { [field]: old })),
    new: asDraft(reviewOf([], { [field]: now })),
  }).find((one) => one.field === field);
const regressions = (old: Record<string, Value>, now: Record<string, Value>) =>
  compareReviews(asDraft(reviewOf([], old)), asReport(reviewOf([], now))).regressions;

describe('a number with its earlier value', () => {
  test.each([
    ['get-posts', '120', '121', 'worse', false],
    ['get-posts', '120', '133', 'worse', true],
    ['get-posts', '120', '90', 'better', false],
    ['get-posts', '1,200', '1300', 'worse', false],
    ['get-posts', '~120', '120', 'changed', false],
    ['unit-coverage', '23.4', '22.4', 'worse', false],
    ['unit-coverage', '23.4', '22.3', 'worse', true],
    ['unit-coverage', '23.4% (server)', '41', 'better', false],
    ['unit-coverage', '23.4% or 19.2%', '41', 'changed', false],
    ['critical-paths', '3/4', '6/8', 'changed', false],
    ['critical-paths', '3/4', '3/8', 'worse', true],
    ['critical-paths', '3/4', '0/0', 'changed', false],
    ['goroutine-leaks', 'None found', '1', 'worse', true],
    ['goroutine-leaks', '2', '0', 'better', false],
    ['ignored-errors', '71', '71', 'same', false],
    ['db-connections', '10', '90', 'changed', false],
    ['memory', 'not measured', '90', 'changed', false],
  ])('%s: %s, now %s: %s', (field, old, now, trend, regressed) => {
    expect(measure(field, old, now)).toMatchObject({ trend, regressed });
  });

  test('is told in the words of the report, for every number of the template, answered or not', () => {
    const all = measuresOf({
      old: asDraft(reviewOf([], { 'get-posts': '120', 'e2e-scenarios': '3/4', memory: 'not measured' })),
      new: asDraft(reviewOf([], { 'get-posts': '90', 'goroutine-leaks': 'none found' })),
    });
    const words = (field: string) => {
      const one = all.find((each) => each.field === field);
      return [one?.group, one?.label, one?.old?.words ?? null, one?.new?.words ?? null, one?.trend];
    };
    expect(words('get-posts')).toEqual([
      'API Response Times',
      'GET /api/posts',
      '120ms average',
      '90ms average',
      'better',
    ]);
    expect(words('e2e-scenarios').slice(2)).toEqual(['3/4 scenarios', null, 'gone']);
    expect(words('memory').slice(2)).toEqual(['not measured', null, 'gone']);
    expect(words('goroutine-leaks').slice(2)).toEqual([null, 'None found', 'appeared']);
    expect(words('cpu').slice(2)).toEqual([null, null, 'same']);
    const numeric = Object.values(template.fields).filter(({ kind }) =>
      ['number', 'ratio', 'found'].includes(kind),
    );
    expect(all.map(({ field }) => field)).toEqual(numeric.map(({ id }) => id));
  });
});

test('the table of directions knows every status and nearly every measure of the bundled template', () => {
  const fields = Object.values(template.fields);
  const numeric = fields.filter(({ kind }) => ['number', 'ratio', 'found'].includes(kind));
  expect(numeric.filter((field) => !directionOf(field)).map(({ id }) => id)).toEqual([
    'migrations',
    'db-connections',
    'redis-connections',
  ]);
  const choices = fields.filter(({ kind, id }) => kind === 'choice' && id !== 'risk');
  for (const field of choices) expect(statusRank(field, field.options?.at(-1) ?? '')).toBeGreaterThan(0);
});

test.each([
  [{ recommendation: 'GO' }, { recommendation: 'CONDITIONAL GO' }, ['verdict']],
  [{ recommendation: 'NO-GO' }, { recommendation: 'CONDITIONAL GO' }, []],
  [{ recommendation: 'GO' }, {}, []],
  [{ risk: 'LOW' }, { risk: 'HIGH' }, ['risk']],
  [{ risk: 'CRITICAL' }, { risk: 'HIGH' }, []],
  [{ 'auth-status': 'Secure' }, { 'auth-status': 'Critical Issues' }, ['status']],
  [{ 'auth-status': 'secure' }, { 'auth-status': 'Secure' }, []],
  [{ 'auth-status': 'Secure' }, { 'auth-status': 'Needs Improvement (tokens)' }, ['status']],
  [{ 'auth-status': 'Secure' }, { 'auth-status': 'Who knows' }, []],
  [{ 'backend-result': 'Pass' }, { 'backend-result': 'Fail' }, ['status']],
  [{ 'unit-coverage': '80' }, { 'unit-coverage': '60' }, ['measure']],
])('from %o to %o: %o', (old, now, kinds) => {
  expect(regressions(old as never, now as never).map(({ kind }) => kind)).toEqual(kinds);
});

test('a new critical or high issue is a regression, and a severity that rose; others are not', () => {
  const [medium, high] = [issue('medium', found.logging), issue('high', found.runbook)];
  const kinds = (before: (typeof medium)[], after: (typeof medium)[]) =>
    compareReviews(asReport(reviewOf(before)), asReport(reviewOf(after))).regressions.map(({ kind }) => kind);
  expect(kinds([], [medium])).toEqual([]);
  expect(kinds([], [high])).toEqual(['new-issue']);
  expect(kinds([medium], [{ ...medium, severity: 'high' }])).toEqual(['severity']);
  expect(kinds([issue('low', found.logging)], [medium])).toEqual(['severity']);
  expect(kinds([high], [{ ...high, severity: 'low' }])).toEqual([]);
});

test('what a previous review lists as resolved and is back is a regression of its own', () => {
  const second = reviewOf([issue('high', found.environment)]);
  const section = deltaSection(
    compareReviews(asDraft(firstDay(), 'first'), { ...asReport(second), previous: 'first' }),
  );
  const place = '---\n\n## 🔴 Critical Issues';
  const report = render(template, second).replace(place, `${section}\n${place}`);
  const withDelta = { template, review: readReport(template, report).review };
  const third = reviewOf([
    issue('high', found.environment),
    issue('medium', found.notifier),
    issue('medium', { title: 'Another' }),
  ]);
  const { issues, regressions: found_ } = compareReviews(withDelta, asDraft(third));
  expect(issues.map(({ outcome, because, new: now }) => [now?.title, outcome, because])).toEqual([
    ['Inconsistent environment detection', 'unchanged', null],
    ['Unbounded goroutines in the notifier', 'regressed', 'back'],
    ['Another', 'new', null],
  ]);
  expect(found_.map(({ message }) => message)).toEqual([
    'MEDIUM-1 was resolved and is back: Unbounded goroutines in the notifier',
  ]);
});

test('checklists tell how far they are, and what is no longer ticked', () => {
  const items = (...done: number[]) =>
    templateItems(template.fields.security ?? {}).map((item, at) => ({
      ...item,
      done: done.includes(at),
      ...(at === 4 ? { notApplicable: 'no web' } : {}),
    }));
  const { checklists, regressions: none } = compareReviews(
    asDraft(reviewOf([], { security: items(0, 1) })),
    asReport(reviewOf([], { security: items(1, 2, 3) })),
  );
  expect(checklists.find(({ field }) => field === 'security')).toMatchObject({
    old: { done: 2, of: 4 },
    new: { done: 3, of: 4 },
    ticked: ['CORS properly configured for production domains', 'Rate limiting enabled on all endpoints'],
    unticked: ['No secrets in git repository'],
  });
  expect(none).toEqual([]);
});

test('what else reads otherwise is named', () => {
  const action = (words: string) => ({ id: words, answers: { action: { value: words } } });
  const { others } = compareReviews(
    asDraft(reviewOf([], { summary: 'Good.' }, { items: { immediate: [action('one')] } })),
    asDraft(reviewOf([], { summary: 'Better.' }, { items: { immediate: [action('one'), action('two')] } })),
  );
  expect(others).toEqual([
    { page: 'Executive Summary', name: 'Summary Statement' },
    { page: 'Action plan', name: 'Immediate Actions (Before Deployment)', old: 1, new: 2 },
  ]);
});

test('of two templates, what both have is compared and the rest is named', () => {
  const small = compiled(
    [
      '::template{name=small version=1}',
      '',
      '# Small',
      '',
      '**Coverage:** :number[X]{#unit-coverage unit="%"}  ',
      '**Mood:** :text[Mood]{#mood}',
      '',
      '## Findings',
      '',
      '::::issues{severity=high none="Nothing found."}',
      '### HIGH-:index[1]: :text[Title]{#title}',
      '',
      '**Location:** :location[`path/to/file.go:12`]{#location}',
      '::::',
      '',
    ].join('\n'),
  );
  const { title, location } = found.notifier;
  const now = {
    template: small,
    review: reviewOf([issue('high', { title, location })], { 'unit-coverage': '50' }),
  };
  const before = asReport(reviewOf([issue('high', found.notifier)], { 'unit-coverage': '60' }));
  const compared = compareReviews(before, now);
  expect(compared.issues).toMatchObject([{ outcome: 'reworded', match: { certainty: 'certain' } }]);
  expect(compared.measures).toMatchObject([{ field: 'unit-coverage', trend: 'worse', regressed: true }]);
  expect(compared.notCompared.new).toEqual(['Mood']);
  expect(compared.notCompared.old).toContain('Summary Statement');
  expect(compared.same).toBe(false);
  expect(compareReviews(now, before).notCompared.old).toEqual(['Mood']);
});

test('so is what its section on the review before marks as resolved', () => {
  const earlier = (outcome: string) => ({
    id: 'old',
    answers: { earlier: { value: `HIGH-4: ${found.notifier.title}` }, outcome: { value: outcome } },
  });
  const outcomes = (outcome: string) => {
    const old = { ...reviewOf([]), items: { delta: [earlier(outcome)] } };
    const { issues } = compareReviews(asReport(old), asDraft(reviewOf([issue('medium', found.notifier)])));
    return issues.map(({ outcome: became, because }) => [became, because]);
  };
  expect(outcomes('Resolved')).toEqual([['regressed', 'back']]);
  expect(outcomes('Accepted as risk')).toEqual([['new', null]]);
});
