import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render, renderMarked } from '../../src/report/writer/render.ts';
import { reduce } from '../../src/review/reduce.ts';
import { template } from '../checks/sound.ts';
import { action } from '../review/arbitrary.ts';
import { runs } from '../runs.ts';
import { reviews } from './reviews.ts';

const issue = fc.constantFrom('x0', 'x1', null);

test('written again after edits, a report and its lines are those of the first time', () => {
  fc.assert(
    fc.property(
      reviews(template),
      fc.array(fc.tuple(action, issue), { minLength: 1, maxLength: 8 }),
      (given, edits) => {
        let review = given;
        for (const [edit, marked] of edits) {
          const marks = { issue: marked, key: 'summary' };
          const again = renderMarked(template, review, marks);
          expect(again).toEqual(renderMarked(template, structuredClone(review), marks));
          expect(again.text).toBe(render(template, review));
          review = reduce(review, edit);
        }
      },
    ),
    { numRuns: runs(5, 10) },
  );
});
