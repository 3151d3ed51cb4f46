import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../src/report/normalize.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { bundled, compiled } from '../template/bundled.ts';
import { reviews } from './reviews.ts';

/** The same reports every time, or with REPORTS=20000 so many new ones. */
const runs = process.env.REPORTS
  ? { numRuns: Number(process.env.REPORTS) }
  : { numRuns: 1000, seed: 20_260_213 };

test.each([
  ['the bundled template', bundled()],
  [
    'one with odd shapes',
    compiled(readFileSync(new URL('../template/odd-shapes.md', import.meta.url), 'utf8')),
  ],
])(
  'a report of %s read back is the review that it was written from',
  { timeout: 30_000 + 20 * runs.numRuns },
  (_, template) => {
    fc.assert(
      fc.property(reviews(template), (review) => {
        expect(readReport(template, render(template, review)).review).toEqual(normalize(template, review));
      }),
      { ...runs, endOnFailure: true },
    );
  },
);
