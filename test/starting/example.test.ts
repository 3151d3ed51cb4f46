import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { exampleReport } from '../../src/template-library/bundled.ts';
import { bundled } from '../template/bundled.ts';

test('the example is a report of the template, to the letter, without an error', () => {
  const template = bundled();
  const text = readFileSync(exampleReport('production-readiness'), 'utf8');
  const { review } = readReport(template, text);
  expect(render(template, review)).toBe(text);
  expect(review.notes).toEqual({});
  const problems = runChecks(template, review, { today: '2026-02-13' });
  expect(problems.filter(({ level }) => level === 'error')).toEqual([]);
  // Something is left to find, and to fix.
  expect(problems.filter(({ level }) => level === 'warning').map(({ id }) => id)).toContain(
    'action-incomplete',
  );
});
