import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { settle } from '../../src/report/settle.ts';
import { render } from '../../src/report/write.ts';
import { bundled, compiled } from '../template/bundled.ts';
import { reviews } from './reviews.ts';

const numRuns = Number(process.env.REPORTS ?? 300);

test.each([
  ['the bundled template', bundled()],
  [
    'one with odd shapes',
    compiled(readFileSync(new URL('../template/odd-shapes.md', import.meta.url), 'utf8')),
  ],
])('a report of %s read back is the review that it was written from', (_, template) => {
  fc.assert(
    fc.property(reviews(template), (review) => {
      expect(readReport(template, render(template, review)).review).toEqual(settle(template, review));
    }),
    { numRuns, endOnFailure: true },
  );
});
