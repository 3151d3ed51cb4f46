import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { severities } from '../../src/fields/issue.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import type { Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';
import { type Seen, seen } from './imported-expected.ts';
import { lostWords } from './lost-words.ts';

const template = bundled();
const folder = new URL('imported/', import.meta.url);
const text = (name: string) => readFileSync(new URL(`${name}.md`, folder), 'utf8');
const names = readdirSync(folder).map((file) => file.replace(/\.md$/, ''));

const valueAt = ({ answers }: Pick<Review, 'answers'>, field: string): unknown => {
  const answer = answers[field];
  return answer && 'value' in answer ? answer.value : undefined;
};

function seenIn(review: Review): Omit<Seen, 'closed'> {
  const issues = severities.flatMap((severity) =>
    review.issues
      .filter((issue) => issue.severity === severity)
      .map((issue) => `${severity}: ${valueAt(issue as never, 'title')}`),
  );
  const heads = { verdict: 'recommendation', risk: 'risk', date: 'review-date', reviewer: 'reviewer' };
  const answers = Object.entries({ ...heads, version: 'version' }).flatMap(([name, field]) => {
    const value = valueAt(review, field);
    return value === undefined ? [] : [[name, value]];
  });
  return { issues, ...Object.fromEntries(answers) };
}

test('there is an expectation for each report', () => {
  expect(Object.keys(seen).sort()).toEqual(names.sort());
});

test.each(names)('%s is read as a person sees it', (name) => {
  const { review } = readReport(template, text(name));
  const { closed = [], ...expected } = seen[name] as Seen;
  expect(seenIn(review)).toEqual(expected);
  const notes = Object.values(review.notes).join('\n');
  for (const words of closed) expect(notes).toContain(words);
});

test.each(names)('%s loses no word', (name) => {
  expect(lostWords(template, text(name))).toEqual([]);
});

test.each(names)('no answer in %s is none of the options of its field', (name) => {
  const { review } = readReport(template, text(name));
  for (const { id, kind, options = [] } of Object.values(template.fields))
    if (kind === 'choice' || kind === 'one-of')
      expect([undefined, ...options]).toContain(valueAt(review, id));
});

test.each([
  [
    '**Problem:** It is wrong.\n\n```ts\nwrong();\n```\n\n**Suggested:** Do this.',
    'description, evidence, fix',
  ],
  ['It is wrong.\n\n```ts\nwrong();\n```', 'description, evidence'],
  [
    '**File(s):** `a.ts:1`\n**Business Impact:** Users wait.\n**Remediation:** Do this.',
    'location, impact, fix',
  ],
  [
    '**Observation:** Odd.\n**Affected:** `GET /x`\n**Proof:** see the log',
    'location, description, evidence',
  ],
])('an issue that says %j has %s', (body, fields) => {
  const [issue] = readReport(template, `# Notes\n\n### HIGH: Something\n\n${body}\n`).review.issues;
  const { title: _title, ...answers } = issue?.answers ?? {};
  expect(Object.keys(answers).join(', ')).toBe(fields);
});

test('a location and an effort in a table go to the issue that has a heading', () => {
  const table = '| # | Finding | Severity | File | Effort |\n|---|---|---|---|---|\n';
  const text = `# Notes\n\n### HIGH: Cache keeps old prices\n\nThey stay.\n\n## Overview\n\n${table}| 1 | Cache keeps old prices | High | \`c.ts:4\` | Low |\n`;
  const { issues } = readReport(template, text).review;
  expect(issues).toMatchObject([
    { severity: 'high', answers: { location: { value: ['c.ts:4'] }, effort: { value: 'Low' } } },
  ]);
});

test.each([
  ['counts-table', { critical: 0, high: 1, medium: 1 }],
  ['counts-in-headings', { critical: 0, high: 1, medium: 0 }],
  ['counts-in-lines', { critical: 0, high: 2, medium: 1 }],
  ['audit-closed-in-titles', { critical: 0, high: 1, medium: 2 }],
  ['management-summary', {}],
])('the counts of %s are checked', (name, counts) => {
  expect(readReport(template, text(name)).stated).toEqual(counts);
});

test('every closed issue is said with its line', () => {
  const { unclear } = readReport(template, text('status-lines'));
  expect(unclear.filter(({ closed }) => closed).map(({ line, closed }) => [line, closed])).toEqual([
    [9, { title: 'Admin token in the image', outcome: 'resolved' }],
    [22, { title: 'Sessions outlive a password change', outcome: 'accepted' }],
  ]);
});

test.each(names)('the report made of %s has one title, and no sign that is left over', (name) => {
  const written = render(template, readReport(template, text(name)).review);
  expect(written.match(/^# .*/gm)).toEqual(['# Sanctum Production Readiness Review Report']);
  expect(written).not.toMatch(/&#\d+;/);
  const unbalanced = written
    .split('\n')
    .filter((line) => line.split('**').length % 2 === 0 && !text(name).includes(line));
  expect(unbalanced).toEqual([]);
});
