import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { severities } from '../../src/fields/issue.ts';
import { readReport } from '../../src/report/read.ts';
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
