import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { containBlock, releaseBlock } from '../../src/markdown/contain.ts';
import { containLine } from '../../src/markdown/contain-line.ts';
import { releaseLine } from '../../src/markdown/entity.ts';
import { lines } from '../fields/values.ts';
import { runs } from '../runs.ts';

const isLandmark = (line: string) => /^ {0,3}\*\*Impact/.test(line);
const answer = lines.filter((text) => text.trim() !== '');

describe('an answer in lines of its own', () => {
  test('comes back to the letter', () => {
    fc.assert(
      fc.property(answer, (text) => {
        expect(releaseBlock(containBlock(text, { isLandmark }))).toBe(text);
      }),
      { numRuns: runs(100, 300), seed: 20_260_213 },
    );
  });

  test('never reaches the heading behind it, nor makes one', () => {
    fc.assert(
      fc.property(answer, (text) => {
        const report = `**Label:**\n\n${containBlock(text, { isLandmark })}\n\n# END\n`;
        const headings = fromMarkdown(report).children.filter((node) => node.type === 'heading');
        expect(headings.map((node) => report.slice(node.position?.start.offset).trim())).toEqual(['# END']);
      }),
      { numRuns: runs(100, 300), seed: 20_260_213 },
    );
  });

  test('stands as it is where it does no harm', () => {
    const text =
      'A paragraph with `code`.\n\n- a list\n  - nested\n\n```go\n# not a heading\n```\n\n> **Note:** a quote & more';
    expect(containBlock(text, { isLandmark })).toBe(text);
  });

  test.each([
    ['# heading', '&#35; heading'],
    ['a\n---', 'a\n&#45;--'],
    ['```go\nopen', '&#96;``go\nopen'],
    ['<!-- open', '&#60;!-- open'],
    ['<details>\nmore', '&#60;details>\nmore'],
    ['**Impact:** x', '&#42;*Impact:** x'],
    ['&#35; typed', '&amp;#35; typed'],
    ['  indented', '&#32; indented'],
    ['- a\n  ```\n  b  ', '- a&#10;  &#96;&#96;&#96;&#10;  b &#32;'],
  ])('%j is written as %j', (text, written) => {
    expect(containBlock(text, { isLandmark })).toBe(written);
  });
});

describe('an answer within a line', () => {
  test('is one line and comes back to the letter', () => {
    fc.assert(
      fc.property(answer, (text) => {
        expect(containLine(text)).not.toContain('\n');
        expect(releaseLine(containLine(text))).toBe(text);
      }),
      { numRuns: runs(100, 300), seed: 20_260_213 },
    );
  });

  test('leaves no backtick and no comment open for the next line', () => {
    expect(containLine('a ` b')).toBe('a &#96; b');
    expect(containLine('a `b` <!-- c --> <i>d</i>')).toBe('a `b` <!-- c --> <i>d</i>');
    expect(containLine('a <details> b `<details>`')).toBe('a &#60;details> b `<details>`');
    expect(containLine('a <!-- b')).toBe('a &#60;!-- b');
  });
});

test.each([
  ['many list markers', '- '.repeat(40_000)],
  ['many tags', '<a>\n'.repeat(20_000)],
  ['a fence that nothing closes behind many lines', `${'a\n'.repeat(60_000)}\`\`\`\n`],
  ['fences of many lengths', Array.from({ length: 300 }, (_, at) => '`'.repeat(303 - at)).join('\na\n')],
  ['many backticks', '` '.repeat(60_001)],
  ['many comments', '<!-- '.repeat(30_000)],
])('%s take no longer than their length says', (_, text) => {
  // Quadratic time would be minutes here: the runner's own limit tells.
  expect(releaseBlock(containBlock(text, { isLandmark }))).toBe(text);
  expect(releaseLine(containLine(text))).toBe(text);
});
