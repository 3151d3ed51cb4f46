import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalize } from '../../src/report/normalize.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { isLong, runs } from '../runs.ts';
import { bundled, compiled } from '../template/bundled.ts';
import { reviews } from './reviews.ts';

/** The same reports every time; other ones in a long run. */
const law = { numRuns: runs(40, 100), ...(isLong ? {} : { seed: 20_260_213 }) };

test.each([
  ['the bundled template', bundled()],
  [
    'one with odd shapes',
    compiled(readFileSync(new URL('../template/odd-shapes.md', import.meta.url), 'utf8')),
  ],
])(
  'a report of %s read back is the review that it was written from',
  { timeout: 30_000 + 200 * law.numRuns },
  (_, template) => {
    fc.assert(
      fc.property(reviews(template), (review) => {
        expect(readReport(template, render(template, review)).review).toEqual(normalize(template, review));
      }),
      { ...law, endOnFailure: true },
    );
  },
);
