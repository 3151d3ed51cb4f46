import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startingAnswers } from '../../src/starting/starting-answers.ts';
import { compile } from '../../src/template/compile.ts';

const compiled = compile(readFileSync('templates/production-readiness.md', 'utf8'), 't.md');
if (!compiled.ok) throw new Error(JSON.stringify(compiled.failures));
const template = compiled.value;

test('a new review begins with what git and the clock know', () => {
  const answers = startingAnswers(template, {
    today: '2026-02-13',
    reviewer: 'Ada Park',
    version: 'v1.4.2 (main)',
    previousReview: 'docs/reports/2026-01-31-x.md',
  });
  expect(answers).toMatchObject({
    'review-date': { value: '2026-02-13' },
    reviewer: { value: 'Ada Park' },
    version: { value: 'v1.4.2 (main)' },
  });
  expect(answers, 'who signs says so').not.toHaveProperty('signed-by');
  const lines = (template.fields.references?.default ?? []) as string[];
  const references = answers.references;
  expect(references && 'value' in references && references.value).toEqual(
    lines.map((line) =>
      line.startsWith('Previous Review:') ? 'Previous Review: `docs/reports/2026-01-31-x.md`' : line,
    ),
  );
});

test('what is not known is left unanswered', () => {
  expect(startingAnswers(template, { today: '2026-02-13' })).toEqual({
    'review-date': { value: '2026-02-13' },
  });
});
