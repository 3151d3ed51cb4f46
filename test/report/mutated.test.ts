import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/write.ts';
import { runs } from '../runs.ts';
import { bundled } from '../template/bundled.ts';
import { bends } from './bends.ts';
import { fullReview } from './full-review.ts';
import { lostWords } from './lost-words.ts';
import { edited, edits, markdown } from './mutations.ts';
import { reviews } from './reviews.ts';

const template = bundled();
const full = render(template, fullReview(template));

const usual = { seed: 20_260_213, endOnFailure: true };

describe('no word is lost, and nothing fails, in', () => {
  test('any Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(lostWords(template, text)).toEqual([]);
      }),
      { ...usual, numRuns: runs(600) },
    );
  });

  test('a full report that was edited', () => {
    const bent = fc.constantFrom(full, ...bends.map(({ bend }) => bend(full).replaceAll('\r', '')));
    fc.assert(
      fc.property(bent, edits, (text, all) => {
        expect(lostWords(template, edited(text, all))).toEqual([]);
      }),
      { ...usual, numRuns: runs(300) },
    );
  });

  test('reports with hostile answers that were edited', () => {
    fc.assert(
      fc.property(reviews(template), edits, (review, all) => {
        const text = edited(render(template, review), all);
        expect(lostWords(template, text)).toEqual([]);
      }),
      { ...usual, numRuns: runs(100) },
    );
  });
});

test.each([
  [
    'telling lines',
    `${'**Impact:** a\nFix: b\n- **File:** c\n'.repeat(20)}## Critical\n- x\n### HIGH-1: y\n`,
  ],
  ['tables', `| ID | Severity | Title |\n|---|---|---|\n${'| a | High | words |\n'.repeat(30)}\n`],
  ['emphasis', `${'**'.repeat(200)}\n${'[ '.repeat(200)}\n${'- '.repeat(30)}\n`],
  ['headings', '# a\n## Critical\n### b\n#### Impact\n'],
])('reading %s takes time in proportion to their length', (_, text) => {
  // So many lines that anything else would take minutes.
  const times = Math.ceil(100_000 / text.split('\n').length);
  expect(readReport(template, text.repeat(times)).review).toBeDefined();
});
