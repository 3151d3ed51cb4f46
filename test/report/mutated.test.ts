import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/report/normalize.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import { runs } from '../runs.ts';
import { bundled } from '../template/bundled.ts';
import { bends } from './bends.ts';
import { fullReview } from './full-review.ts';
import { lostWords } from './lost-words.ts';
import { edited, edits, markdown } from './mutations.ts';
import { otherReports } from './other-kinds.ts';
import { reviews } from './reviews.ts';

const template = bundled();
const full = render(template, fullReview(template));

/** Reports of other kinds. */
const others = ['foreign/', 'imported/'].flatMap((name) => {
  const folder = new URL(name, import.meta.url);
  return readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
});

const usual = { seed: 20_260_213, endOnFailure: true };

/** No word is lost, and the report that is made of what was read says the same. */
function expectKept(text: string): void {
  const read = readReport(template, text);
  expect(lostWords(template, text, read)).toEqual([]);
  const { review } = read;
  expect(readReport(template, render(template, review)).review).toEqual(normalize(template, review));
}

describe('no word is lost, and nothing fails, in', () => {
  test('any Markdown', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expectKept(text);
      }),
      { ...usual, numRuns: runs(20, 60) },
    );
  });

  test('reports of other kinds that were edited', () => {
    fc.assert(
      fc.property(fc.constantFrom(...others), edits, (text, all) => {
        expectKept(edited(text, all, [full, ...others]));
      }),
      { ...usual, numRuns: runs(10, 30) },
    );
  });

  test('reports of other kinds that are made up', () => {
    fc.assert(
      fc.property(otherReports, (text) => {
        expectKept(text);
      }),
      { ...usual, numRuns: runs(12, 40) },
    );
  });

  test('a full report that was edited', () => {
    const bent = fc.constantFrom(full, ...bends.map(({ bend }) => bend(full).replaceAll('\r', '')));
    fc.assert(
      fc.property(bent, edits, (text, all) => {
        expectKept(edited(text, all, others));
      }),
      { ...usual, numRuns: runs(10, 30) },
    );
  });

  test('reports with hostile answers that were edited', () => {
    fc.assert(
      fc.property(reviews(template), edits, (review, all) => {
        const text = edited(render(template, review), all);
        expectKept(text);
      }),
      { ...usual, numRuns: runs(5, 10) },
    );
  });
});

/** The smallest reports of those that once lost words, or were said to. */
describe('no word is lost of', () => {
  const findings = (head: string, row: string) => `## High\n\n${head}\n|---|---|\n${row}\n`;
  const columns = '| Issue (short) | Effort (days) | State |\n|---|---|---|\n';
  const critical = '### CRITICAL-1: x\n\n';
  const evidence = (text: string) => `### ⚡ MEDIUM-1: Slow\n\n**Evidence:**\n\n${text}\n`;

  test.each([
    ['a number without its unit', '**Resource Usage:**\n- Memory: 13'],
    ['a number with another unit', '**Resource Usage:**\n- Memory: 13GB'],
    ['a fence that holds nothing', evidence('```c++    ### indented\n```')],
    ['a fence that holds a blank line', evidence('~~~ title="a `b` c"\n\n~~~')],
    ['the language of a fence that holds nothing', evidence('```python\n```')],
    ['what follows the language of a fence', evidence('```ts   {1,3}  title="a b.ts"\nlet x;\n```')],
    ['another word behind a count', '**Issues Summary:**\n- 🟠 Medium: 2 fixed'],
    ['a table of labels whose head says something', '| | Tester | Vic |\n|---|---|\n| Date | 2025-05-30 |'],
    [
      'a row of findings with a cell more than columns',
      findings('| Title | State |', '| Slow | open | Vic |'),
    ],
    ['a severity that is none', findings('| Severity | Title |', '| Odd | Slow |')],
    ['what a tab indents under an item of a list', '- critical: x\n\n\tDecision: later'],
    ['an item of a list under one, behind a tab', '* critical: x\n\n\t* nothing else'],
    ['a fence that begins behind a character that no report can hold', '<details>\n\x01\n~~~\n## Verdict**'],
    ['a number before a verdict', '**Verdict:** 3 GO'],
    ['words that a placeholder begins', '<pre>\n#### Scalability Improvements\n#### Improvements'],
    ['a remark behind the name of a section', '### Medium-term Improvements (Q3 26)\n\nx'],
    ['a remark behind a heading for a label', '## Verdict (by Vic)\n\nGO'],
    ['a remark behind labels', `${critical}**Impact (guests):** x\n\n- **Effort (hours):** 5`],
    ['a remark behind the severity', `${critical}**Severity (of Vic):** Critical`],
    ['a remark behind a label of an item', '### Immediate Actions\n1. **x**\n   - Due date (Vic): later'],
    ['when the issues below are to be fixed', '## Critical issues must fix before Friday\n\nx'],
    ['remarks and empty columns of a table', `## High\n\n${columns}| Slow | 4 | |`],
    ['names of issues that are none of the report', '**New Issues:** SEC-1, HIGH-2'],
    ['items of a list that are headings', '## High\n1. **Slow**\n- ## Minor\n- ## Minor'],
    ['an item with a fence in a checklist', '**High Priority Issues:**\n- [ ] a\n  ```\n  b (N/A: c)\n  ```'],
    ['what stands below a list that does not apply', '### Earlier Issues\nN/A: why\n\n1. Something &#32;'],
  ])('%s', (_, text) => {
    expectKept(text);
  });

  test('words behind the language of a fence, in their own form', () => {
    for (const info of ['c++    ### indented', 'python', 'ts   {1,3}  title="a b.ts"'])
      for (const body of ['', '\nlet x;']) {
        const { review } = readReport(template, evidence(`\`\`\`${info}${body}\n\`\`\``));
        expect(render(template, review).split('\n')).toContain(`\`\`\`${info}`);
      }
  });

  test('an emptied fence, which is no evidence', () => {
    const { review } = readReport(template, evidence('```go\n```'));
    expect(review.issues[0]).not.toHaveProperty('answers.evidence');
    expect(review.issues[0]).not.toHaveProperty('note');
    expect(readReport(template, evidence('```python\n```')).review.issues[0]).toMatchObject({
      answers: { title: { value: 'Slow' } },
      note: '```python\n```',
    });
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
  // So many lines that anything else would take far too long.
  const times = Math.ceil(runs(4_000, 10_000) / text.split('\n').length);
  expect(readReport(template, text.repeat(times)).review).toBeDefined();
});
