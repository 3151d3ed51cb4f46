import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import type { Issue } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';
import { lostWords } from './lost-words.ts';

const template = bundled();
const folder = new URL('foreign/', import.meta.url);
const text = (name: string) => readFileSync(new URL(`${name}.md`, folder), 'utf8');
const read = (name: string) => readReport(template, text(name));
const titles = (issues: Issue[]) =>
  issues.map(
    ({ severity, answers: { title } }) => `${severity}: ${title && 'value' in title ? title.value : ''}`,
  );

test.each(readdirSync(folder))('%s is told to be another kind of report, and loses no word', (file) => {
  const name = file.replace(/\.md$/, '');
  expect(read(name).ofTemplate).toBe(false);
  expect(lostWords(template, text(name))).toEqual([]);
});

test('ids, lines of metadata and headings for labels are read', () => {
  const { review, unclear } = read('audit');
  expect(titles(review.issues)).toEqual([
    'critical: Tokens never expire',
    'high: Uploads are not limited',
    'medium: Errors are logged twice',
  ]);
  expect(review.answers).toEqual({
    reviewer: { value: 'Mira Lund' },
    'review-date': { value: '2025-11-03' },
    version: { value: '9fe31c2' },
    recommendation: { value: 'NO-GO' },
  });
  expect(review.issues[0]).toMatchObject({
    answers: {
      location: { value: ['auth/token.go:41'] },
      impact: { value: ['A stolen token cannot be taken back.'] },
      fix: { value: 'Set `exp`, and check it.' },
    },
    note: 'CRIT-001',
  });
  expect(review.issues[1]).toMatchObject({
    answers: {
      location: { value: ['upload/handler.go:12-30'] },
      description: { value: 'The handler reads the whole body into memory.' },
      impact: { value: ['One request of 10 GB ends the process.'] },
      fix: { value: 'Use `http.MaxBytesReader`.' },
    },
  });
  expect(review.items.strengths).toHaveLength(2);
  expect(unclear).toMatchObject([{ key: 'issue/i3/title', line: 37, what: 'MEDIUM is guessed from "P2-7"' }]);
});

test('signs of severity in brackets are read, in bold lines and in lists', () => {
  expect(titles(read('bracketed').review.issues)).toEqual([
    'critical: Passwords in the log',
    'high: No backups',
    'medium: Slow start: the cache is filled before the port is open',
    'low: Two spellings of "cancelled"',
  ]);
});

test('headings of severities are read, but not those of advice', () => {
  expect(titles(read('grouped').review.issues)).toEqual([
    'critical: SQL is put together from strings',
    'critical: The admin page has no login',
    'high: Sessions are shared',
  ]);
});

test('tables of findings are read', () => {
  const { review } = read('table');
  expect(titles(review.issues)).toEqual([
    'critical: Path traversal in download',
    'medium: Cookie without Secure',
  ]);
  expect(Object.values(review.notes).join('\n')).toContain('Version in a header');
  expect(review.issues[0]).toMatchObject({
    answers: { location: { value: ['files/get.go:20'] }, description: { value: '`..` is not refused' } },
    note: 'PT-1\n\n**Status:** open',
  });
});

test.each(['What', 'Summary', 'Observation', 'Weakness'])(
  'a column "%s" holds the titles of a table',
  (name) => {
    const table = `| ID | Severity | ${name} | Where |\n|--|--|--|--|\n| F1 | Critical | Password in source | \`login.go:6\` |\n`;
    const { review } = readReport(template, `# A look at it\n\n## Findings\n\n${table}`);
    expect(titles(review.issues)).toEqual(['critical: Password in source']);
    expect(review.issues[0]).toMatchObject({ answers: { location: { value: ['login.go:6'] } } });
  },
);

test('a table that repeats the issues of a report adds none', () => {
  const overview =
    '| ID | Severity | Title |\n|---|---|---|\n| CRIT-001 | Critical | Tokens never expire |\n';
  const all = text('audit').replace('## Findings', `## At a glance\n\n${overview}\n## Findings`);
  expect(titles(readReport(template, all).review.issues)).toEqual(titles(read('audit').review.issues));
});

test('an issue that says its severity in a line is one', () => {
  expect(titles(read('own-severity').review.issues)).toEqual([
    'high: Messages are lost on reconnect',
    'medium: Too many goroutines',
  ]);
});

describe('a verdict is never guessed', () => {
  test.each(['bracketed', 'grouped', 'table', 'own-severity', 'prose'])('in %s', (name) => {
    expect(read(name).review.answers).not.toHaveProperty('recommendation');
  });

  test.each([
    'This is not a GO.',
    'GO if the tests pass',
    'GO, once CRITICAL-1 is fixed',
    'GO / NO-GO: open',
    'Not yet GO',
    'GO?',
    '❌ GO',
    '~~GO~~',
    '- [ ] GO\n- [ ] NO-GO',
    '- [x] GO\n- [x] NO-GO',
    '- [x] GO if the tests pass',
    '- [x] ✅ **GO** - but only after CRITICAL-1',
    '- [x] ~~GO~~',
    '- [x] GO or CONDITIONAL GO',
    '- [x] GOOD progress',
    '- [x] not a GO',
    '- [x] something else',
    'GO\n\nNO-GO',
    'Approved',
  ])('from "%s"', (words) => {
    for (const report of [
      `## Verdict\n\n${words}\n`,
      `# A review\n\n**Deployment Recommendation:**\n\n${words}\n`,
    ]) {
      const { review, unclear } = readReport(template, report);
      expect(review.answers).not.toHaveProperty('recommendation');
      expect(lostWords(template, report)).toEqual([]);
      if (words !== 'Approved') expect(unclear.map(({ key }) => key)).toContain('recommendation');
    }
  });

  test.each([
    ['GO', 'GO'],
    ['**NO-GO**', 'NO-GO'],
    ['✅ GO', 'GO'],
    ['Conditional Go.', 'CONDITIONAL GO'],
    ['- [x] NO-GO: must not be deployed if nothing changes', 'NO-GO'],
    ['- [ ] GO\n- [X] CONDITIONAL GO', 'CONDITIONAL GO'],
    ['- [ ] ✅ **GO** - Ready for production with minor notes\n- [✓] ❌ **NO-GO**', 'NO-GO'],
  ])('but "%s" is one', (words, verdict) => {
    expect(readReport(template, `## Verdict\n\n${words}\n`).review.answers.recommendation).toEqual({
      value: verdict,
    });
  });
});

test('a severity that a title and its heading tell differently is said', () => {
  const { review, unclear } = readReport(
    template,
    '## 🔴 Critical Issues\n\n### HIGH-2: Slow\n\n## 🟡 High Priority Issues\n\n### ⚠️ HIGH-1: Other\n\n**Severity:** LOW\n',
  );
  expect(titles(review.issues)).toEqual(['high: Slow', 'low: Other']);
  expect(unclear.map(({ key, line }) => [key, line])).toEqual([
    ['issue/i1/title', 3],
    ['issue/i1/title', 3],
    ['issue/i2/title', 7],
  ]);
});
