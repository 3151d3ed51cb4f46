import fc from 'fast-check';
import { expect, test } from 'vitest';
import { render } from '../../src/report/writer/render.ts';
import { type ReportParts, reportParts } from '../../src/report/writer/report-parts.ts';
import { reduce } from '../../src/review/reduce.ts';
import { template } from '../checks/sound.ts';
import { action } from '../review/arbitrary.ts';
import { runs } from '../runs.ts';
import { linesOf } from './lines.ts';
import { reviews } from './reviews.ts';

const all = (report: ReportParts) => Array.from({ length: report.count }, (_, part) => report.at(part));

test('written in parts after edits, a report is that of the first time, and as it is printed', () => {
  fc.assert(
    fc.property(reviews(template), fc.array(action, { minLength: 1, maxLength: 8 }), (given, edits) => {
      let review = given;
      for (const edit of edits) {
        const marked = { field: 'summary' };
        const report = reportParts(template, review, marked);
        expect(all(report)).toEqual(all(reportParts(template, structuredClone(review), marked)));
        expect(`${linesOf(report).join('\n')}\n`).toBe(render(template, review));
        for (const { id } of review.issues) {
          const { lines = [], marks } = report.at(report.partOf(id)) ?? {};
          expect(marks?.size).toBeGreaterThan(0);
          for (const line of marks?.values() ?? []) expect(lines[line]).toBeDefined();
        }
        review = reduce(review, edit);
      }
    }),
    { numRuns: runs(5, 10) },
  );
});
