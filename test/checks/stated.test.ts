import { expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { find, sound, template } from './sound.ts';

const report = render(template, sound);
const labels = { critical: '🔴 Critical', high: '🟡 High', medium: '🟠 Medium', low: '🟢 Low' };

test('a report that was written states its own counts', () => {
  expect(readReport(template, report).stated).toEqual({ critical: 1, high: 1, medium: 1, low: 1 });
  expect(readReport(template, report).unsaid).toEqual([]);
});

test.each([
  ['3 issues', 3],
  ['**3**', 3],
  ['3', 3],
  ['0 issues  ', 0],
  ['[Z] issues', undefined],
  ['several', undefined],
])('a count written as %j', (written, count) => {
  const edited = report.replace(`${labels.medium}: 1 issue`, `${labels.medium}: ${written}`);
  expect(edited).not.toBe(report);
  expect(readReport(template, edited).stated.medium).toBe(count);
});

test.each(['- Medium: 7 issues', '- **Medium:** 7', '* 🟠 medium: 7 issues'])(
  'a label written as %j',
  (line) => {
    const edited = report.replace(/^- 🟠 Medium: .*$/m, line);
    expect(readReport(template, edited).stated.medium).toBe(7);
  },
);

test('the same words elsewhere are no count', () => {
  const edited = report
    .replace(/^- 🟠 Medium: .*\n/m, '')
    .replace('## 📈 Metrics Baseline\n', '## 📈 Metrics Baseline\n\n- Medium: 9 tests\n');
  expect(readReport(template, edited).stated).not.toHaveProperty('medium');
});

test('a line of an issue that is left out is told, where the template has an answer for it', () => {
  const edited = report.replace(/(### 📝 LOW-1[\s\S]*?)\*\*Fix Priority:\*\*.*\n/, '$1');
  expect(edited).not.toBe(report);
  const { review, unsaid } = readReport(template, edited);
  const low = review.issues.find(({ severity }) => severity === 'low');
  expect(unsaid).toEqual([{ issue: low?.id, field: 'priority' }]);
});

const two = {
  ...sound,
  issues: sound.issues.flatMap((one) =>
    one.severity === 'critical' ? [one, { ...one, id: 'second' }] : [one],
  ),
};

test.each<[what: string, from: RegExp | string, to: string, said: string[]]>([
  ['nothing', '', '', []],
  [
    'a number twice',
    'CRITICAL-2: ',
    'CRITICAL-1: ',
    ['error CRITICAL-1 is also the number of another issue: this one is CRITICAL-2 by its place'],
  ],
  [
    'a number left out',
    'CRITICAL-2: ',
    'CRITICAL-3: ',
    ['warning CRITICAL-2 by its place has the number CRITICAL-3 in the report'],
  ],
  [
    'another severity below the heading',
    /\*\*Severity:\*\* .*CRITICAL.*/,
    '**Severity:** HIGH',
    ['error CRITICAL-1 says HIGH itself, but is among the CRITICAL issues'],
  ],
  [
    'the number of another severity',
    'CRITICAL-1: ',
    'HIGH-2: ',
    ['error CRITICAL-1 says HIGH itself, but is among the CRITICAL issues'],
  ],
  [
    'that there are none',
    /(?=### .*CRITICAL-1: )/,
    'No critical issues found.\n\n',
    ['error The report says "No critical issues found.", but it has such issues'],
  ],
])('a report is checked in which somebody wrote %s', (_, from, to, said) => {
  const edited = render(template, two).replace(from, to);
  const { review, stated, derived, clashes } = readReport(template, edited);
  const found = find(review, { report: { counts: stated, derived, contradictions: clashes } }).filter(
    ({ id }) => id === 'counts',
  );
  expect(found.map(({ level, message }) => `${level} ${message}`)).toEqual(said);
});
