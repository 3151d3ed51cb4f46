import { expect, test } from 'vitest';
import { runChecks } from '../../src/checks/run-checks.ts';
import { readReport } from '../../src/report/read.ts';
import { render, renderBlank } from '../../src/report/writer/render.ts';
import { emptyReview, type Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';

const template = bundled();
const review: Review = {
  ...emptyReview,
  answers: { 'previous-verdict': { value: 'NO-GO' } },
  issues: [{ id: 'a', severity: 'high', answers: { title: { value: 'Slow queries' } } }],
  items: {
    delta: [
      {
        id: 'b',
        answers: { earlier: { value: 'CRITICAL-1: Root password' }, outcome: { value: 'Resolved' } },
      },
      {
        id: 'c',
        answers: { earlier: { value: 'HIGH-2: Slow queries' }, outcome: { value: 'Still open' } },
        issues: ['a'],
      },
    ],
  },
};
const report = render(template, review);
const sums = '1 resolved, 1 still open';

function edited(from: string | RegExp, to: string) {
  const text = report.replace(from, to);
  expect(text).not.toBe(report);
  const read = readReport(template, text);
  const { derived } = read;
  const findings = runChecks(template, read.review, { today: '2026-03-01', report: { derived } });
  return {
    review: read.review,
    told: findings.filter(({ id }) => id === 'counts').map(({ message }) => message),
  };
}

test('a report that was written says what it comes to', () => {
  expect(report).toContain(`**Summary of Changes:** ${sums}  \n`);
  expect(readReport(template, report).derived.map(({ words }) => words)).toEqual([sums, 'none']);
});

test.each([
  [sums, '2 resolved', [`the report says "2 resolved", but its issues give "${sums}"`]],
  [sums, '1 Resolved,  1 still open', []],
  [
    '**New Issues:** none',
    '**New Issues:** HIGH-1',
    ['the report says "HIGH-1", but its issues give "none"'],
  ],
])('%j changed to %j', (from, to, told) => {
  const read = edited(from, to);
  expect(read.told).toEqual(told.map((words) => expect.stringContaining(words)));
  expect(read.review.notes).toEqual({});
});

test('words in the place of what is derived are kept, and so is what stands below', () => {
  const { review: read, told } = edited(sums, 'much better than before\nand more to come');
  expect(told).toEqual([]);
  expect(read.notes).toEqual({ 'delta-page': 'much better than before\nand more to come' });
  expect(render(template, read)).toContain('\n\nmuch better than before\nand more to come\n');
});

test('the section is found without its emoji and in another place, with its links', () => {
  const at = report.indexOf('## 🔄');
  const section = report.slice(at, report.indexOf('## 🔴'));
  const moved = report
    .replace(section, '')
    .replace('## 📎 Appendix', `${section.replace('🔄 ', '')}## 📎 Appendix`);
  expect(moved).not.toBe(report);
  expect(readReport(template, moved).review.items.delta).toEqual(
    readReport(template, report).review.items.delta,
  );
});

test('a report without the section has nothing of it, and the blank template does not show it', () => {
  const without = report.slice(0, report.indexOf('## 🔄')) + report.slice(report.indexOf('## 🔴'));
  const { review: read } = readReport(template, without);
  expect([read.items, read.answers, read.notes]).toEqual([{}, {}, {}]);
  expect(render(template, read)).toBe(without);
  expect(renderBlank(template)).not.toContain('Delta');
});

test('an outcome is never guessed', () => {
  const { review: read } = edited(': Resolved', '');
  expect(read.items.delta?.[0]?.answers).toEqual({ earlier: { value: 'CRITICAL-1: Root password' } });
});
