import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcomes } from '../../src/compare/issues/issue-changes.ts';
import { render } from '../../src/report/writer/render.ts';
import type { Review } from '../../src/review/review.ts';
import { displayWidth } from '../../src/text/width.ts';
import { firstDay, found, issue, nextDay, renumbered, reviewOf, template } from '../compare/two.ts';
import { live } from '../repository/live.ts';
import { program } from './program.ts';

let it: ReturnType<typeof program>;
/** The ids of the two reviews as drafts. */
let first: string;
let next: string;

const dated = (review: Review, day: string, answers: Record<string, string>): Review => ({
  ...review,
  answers: Object.fromEntries(
    Object.entries({ 'review-date': day, recommendation: 'CONDITIONAL GO', ...answers }).map(
      ([id, value]) => [id, { value }],
    ),
  ),
});
const first_ = dated(firstDay(), '2026-02-13', {
  version: 'v1.4.1',
  'unit-coverage': '23.4',
  'auth-status': 'Secure',
});
const next_ = dated(nextDay(), '2026-02-14', {
  version: 'v1.4.2',
  'previous-review': 'first.md of 2026-02-13',
  'unit-coverage': '41',
  'auth-status': 'Critical Issues',
});

beforeAll(async () => {
  it = program();
  const write = (name: string, review: Review) =>
    writeFileSync(join(it.root, name), render(template, review));
  write('first.md', first_);
  write('next.md', next_);
  write('shuffled.md', renumbered(next_));
  write('hostile.md', reviewOf([issue('high', { title: 'A \u001b[31mred\u202E title' })]));
  write(
    'wide.md',
    reviewOf([issue('low', { title: '漢字'.repeat(60) }), issue('low', { title: 'word '.repeat(60) })]),
  );
  first = (await it.run(['read', 'first.md', '--save'])).out.trim();
  next = (await it.run(['read', 'shuffled.md', '--save'])).out.trim();
});
afterAll(() => it.remove());

test('tells what became of the issues, and what else changed, in 80 columns', async () => {
  const before = it.contents();
  const { out, said, code } = await it.run(['diff', 'first.md', 'next.md']);
  expect(out).toBe(
    [
      '                 earlier         now',
      'Review           Sanctum v1.4.1  Sanctum v1.4.2',
      'Date             2026-02-13      2026-02-14',
      'Recommendation   CONDITIONAL GO  CONDITIONAL GO',
      'Overall risk     –               –',
      'Critical issues  2               1',
      'High issues      2               3',
      'Medium issues    2               3',
      'Low issues       1               1',
      '',
      '2 new',
      '  HIGH-2    Sessions never expire',
      '  MEDIUM-1  No index on messages by conversation',
      '',
      '1 of a lower severity',
      '  CRITICAL-2 → HIGH-1  Ignored database errors',
      '',
      '1 still open but reworded',
      '  HIGH-1 → HIGH-3  Environment is detected inconsistently by the middleware',
      '                   · reworded: title, location, description',
      '                   · likely the same issue (64 of 100)',
      '',
      '4 still open',
      '  CRITICAL-1           Hardcoded root admin password',
      '  MEDIUM-1 → MEDIUM-2  Excessive console logging in the frontend',
      '  MEDIUM-2 → MEDIUM-3  Unbounded goroutines in the notifier',
      '  LOW-1                Magic numbers in the feed',
      '',
      '1 resolved',
      '  HIGH-2  Missing rollback runbook',
      '',
      'Measures',
      '  Backend Tests',
      '    Unit Test Coverage  23.4%  41%  ✓ better',
      '',
      'Statuses that changed',
      '  Authentication & Authorization',
      '    Status  Secure  Critical Issues  ! worse',
      '',
      'Also changed',
      '  Review details: Review Date, Application Version',
      '',
      'Answered in one of the reviews only',
      '  Delta: 1 now',
      '',
    ].join('\n'),
  );
  expect(said).toBe(
    [
      'Issues: 2 new, 1 of a lower severity, 1 still open but reworded, 4 still open, 1 resolved.',
      'Regression: HIGH-2 is new: Sessions never expire',
      'Regression: Authentication & Authorization › Status went from Secure to Critical Issues',
      '',
    ].join('\n'),
  );
  expect(code).toBe(1);
  expect(it.contents()).toEqual(before);
});

test('drafts, reports and their mixtures say the same', async () => {
  const counts = async (old: string, now: string) =>
    JSON.parse((await it.run(['diff', old, now, '--json'])).out).counts;
  const told = {
    regressed: 0,
    new: 2,
    downgraded: 1,
    reworded: 1,
    unchanged: 4,
    resolved: 1,
    'not-mentioned': 0,
  };
  for (const old of ['first.md', first, first.slice(0, 5)])
    for (const now of ['next.md', 'shuffled.md', next]) expect(await counts(old, now)).toEqual(told);
  writeFileSync(join(it.root, 'next.json'), (await it.run(['read', 'next.md'])).out);
  expect(await counts('first.md', 'next.json')).toEqual(told);
});

test('one of the two may come from standard input', async () => {
  const input = readFileSync(join(it.root, 'first.md'), 'utf8');
  expect((await it.run(['diff', '-', 'next.md'], { input })).out).toBe(
    (await it.run(['diff', 'first.md', 'next.md'])).out,
  );
  expect(await it.run(['diff', '-', '-'], { input })).toMatchObject({ out: '', code: 2 });
});

test('two reviews that say the same', async () => {
  const same = { out: '', said: 'The two reviews say the same.\n', code: 0 };
  expect(await it.run(['diff', 'first.md', 'first.md'])).toEqual(same);
  expect(await it.run(['diff', 'first.md', first])).toEqual(same);
  expect((await it.run(['diff', first, first, '--markdown'])).out).toContain('Nothing changed.');
  expect(JSON.parse((await it.run(['diff', first, 'first.md', '--json'])).out)).toMatchObject({
    same: true,
    regressions: [],
  });
});

test('the answer is yes when nothing is worse', async () => {
  writeFileSync(join(it.root, 'better.md'), render(template, { ...first_, issues: first_.issues.slice(1) }));
  expect(await it.run(['diff', 'first.md', 'better.md'])).toMatchObject({
    said: 'Issues: 6 still open, 1 not mentioned in the new review.\nNo regression.\n',
    code: 0,
  });
  expect((await it.run(['diff', 'better.md', 'first.md'])).code).toBe(1);
});

test('as JSON, in the documented shape', async () => {
  const { out, said, code } = await it.run(['diff', 'first.md', next, '--json']);
  expect({ said, code }).toEqual({ said: '', code: 1 });
  const shape = JSON.parse(out);
  const page = readFileSync(new URL('../../src/compare/README.md', import.meta.url), 'utf8');
  const example = JSON.parse(/`diff --json`[\s\S]*?```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
  expect(Object.keys(shape)).toEqual(Object.keys(example));
  for (const key of ['old', 'new', 'verdict', 'counts'])
    expect(Object.keys(shape[key])).toEqual(Object.keys(example[key]));
  for (const key of ['issues', 'measures', 'statuses', 'checklists'])
    expect(Object.keys(shape[key][0])).toEqual(Object.keys(example[key][0]));
  expect(shape).toMatchObject({
    version: 2,
    old: { draft: null, report: join(it.root, 'first.md'), date: '2026-02-13' },
    new: { draft: next, report: null },
  });
  for (const outcome of outcomes) expect(page).toContain(`\`${outcome}\``);
});

test('as a section for the report, which the next comparison knows again', async () => {
  const { out, code } = await it.run(['diff', 'first.md', 'next.md', '--markdown']);
  expect(code).toBe(1);
  expect(out).toMatch(
    /^## Delta from Previous Review\n\n\*\*Compared with:\*\* Sanctum v1\.4\.1, 2026-02-13 {2}\n/,
  );
  expect(out).toContain('**Resolved (1):**\n\n- HIGH-2: Missing rollback runbook\n');
  const report = readFileSync(join(it.root, 'next.md'), 'utf8');
  const pasted = report.replace('---\n\n## 🔴', `${out}\n---\n\n## 🔴`);
  writeFileSync(join(it.root, 'pasted.md'), pasted);
  const third = { ...next_, issues: [...next_.issues, issue('low', found.runbook)] };
  writeFileSync(join(it.root, 'third.md'), render(template, third));
  const { said } = await it.run(['diff', 'pasted.md', 'third.md']);
  expect(said).toContain('Regression: LOW-2 was resolved and is back: Missing rollback runbook\n');
});

test('long titles are wrapped, none of them cut, also where signs are two columns wide', async () => {
  const { out } = await it.run(['diff', 'first.md', 'wide.md']);
  for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  expect(out.replace(/\s+/g, '')).toContain('漢字'.repeat(60));
});

test('what stands in a report cannot steer the terminal', async () => {
  for (const how of [[], ['--markdown']]) {
    const { out, said } = await it.run(['diff', 'first.md', 'hostile.md', ...how]);
    expect(out).toContain('A red');
    expect(said).not.toMatch(/[\u001b\u202E]/);
    if (how.length === 0) expect(out).not.toMatch(/[\u001b\u202E]/);
  }
});

test('a live secret is in nothing that is told of either review, and a change of it still is one', async () => {
  const token = live['GitHub Token'] ?? '';
  const other = `${token.slice(0, -4)}abcd`;
  const leaking = (one: string) => ({
    ...reviewOf([issue('high', { title: `The log shows ${one}` })]),
    answers: { version: { value: one }, summary: { value: `Revoke ${one}` } },
  });
  const write = (name: string, review: Review) =>
    writeFileSync(join(it.root, name), render(template, review));
  write('leaky.md', leaking(token));
  write('also-leaky.md', leaking(other));
  for (const how of [[], ['--markdown'], ['--json']]) {
    const { out, said } = await it.run(['diff', 'leaky.md', 'also-leaky.md', ...how]);
    expect(out).toContain('The log shows ghp_********');
    expect(out + said).not.toContain(token.slice(4, 12));
    expect(said).not.toContain('say the same');
  }
  const { out } = await it.run(['diff', 'leaky.md', 'leaky.md', '--json']);
  expect(JSON.parse(out)).toMatchObject({ same: true });
});

test('what cannot be compared is refused, and all that is wrong is said', async () => {
  const { out, said, code } = await it.run(['diff', 'nowhere.md', 'nobody']);
  expect({ out, code }).toEqual({ out: '', code: 2 });
  expect(said).toContain('nowhere.md');
  expect(said).toContain('nobody');
  expect(await it.run(['diff', 'first.md'])).toMatchObject({ out: '', code: 2 });
  expect(await it.run(['diff', 'first.md', 'next.md', '--json', '--markdown'])).toMatchObject({
    out: '',
    code: 2,
  });
});

test('help says what a regression is', async () => {
  expect((await it.run(['diff', '--help'])).out).toMatch(/Exits with 1 .*a severity that rose/s);
});

test('a report in which no issue was recognized is not compared', async () => {
  writeFileSync(join(it.root, 'notes.md'), '# Architecture Notes\n\n- Nothing restarts the worker\n');
  for (const args of [
    ['first.md', 'notes.md'],
    ['notes.md', 'first.md'],
  ]) {
    const { out, said, code } = await it.run(['diff', ...args]);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(said).toContain('notes.md: no issue was recognized in this report, so nothing can be compared\n');
  }
});

test('a report that says of each severity that it has no issues is compared', async () => {
  writeFileSync(join(it.root, 'none.md'), render(template, { ...next_, issues: [] }));
  expect(await it.run(['diff', 'first.md', 'none.md'])).toMatchObject({ code: 1 });
  expect((await it.run(['diff', 'first.md', 'none.md'])).said).toContain('Issues: 7 resolved.');
});

test('an old review with the later date is pointed out', async () => {
  expect((await it.run(['diff', 'next.md', 'first.md'])).said).toContain(
    'The dates are the other way round: OLD is of 2026-02-14, NEW of 2026-02-13.',
  );
});
