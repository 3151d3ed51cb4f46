import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { settle } from '../../src/report/settle.ts';
import { render } from '../../src/report/write.ts';
import { compile } from '../../src/template/compile.ts';
import { reviews } from './reviews.ts';

const file = new URL('../../templates/production-readiness.md', import.meta.url);
const compiled = compile(readFileSync(file, 'utf8'), 'production-readiness.md');
if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
const template = compiled.value;
const numRuns = Number(process.env.REPORTS ?? 400);

test('a report read back is the review that it was written from', () => {
  fc.assert(
    fc.property(reviews(template), (review) => {
      expect(readReport(template, render(template, review)).review).toEqual(settle(template, review));
    }),
    { numRuns, endOnFailure: true },
  );
});
