import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemes, nextBoundary } from '../../src/text/graphemes.ts';
import { displayWidth } from '../../src/text/width.ts';
import { caretColumn, rowOfCaret, wrap } from '../../src/text/wrap.ts';
import { runs } from '../runs.ts';
import { text } from './arbitrary.ts';

const rowsOf = (whole: string, width: number): string[] =>
  wrap(whole, width).map((row) => whole.slice(row.start, row.end));

describe('wrap', () => {
  test('loses nothing: between rows there is one newline, or blanks that had no room', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (whole, width) => {
        const rows = wrap(whole, width);
        expect(rows[0]?.start).toBe(0);
        for (const [index, row] of rows.entries()) {
          const gap = whole.slice(row.end, rows[index + 1]?.start ?? whole.length);
          expect(gap).toMatch(index === rows.length - 1 ? /^[ \t]*$/ : /^([ \t]*\n|[ \t]*)$/);
          expect(whole.slice(row.start, row.end)).not.toContain('\n');
        }
      }),
      { numRuns: runs(50) },
    );
  });

  test('no row is wider than the width, but for a single wide grapheme', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (whole, width) => {
        for (const row of rowsOf(whole, width)) {
          if (displayWidth(row) > width) expect(graphemes(row)).toHaveLength(1);
        }
      }),
      { numRuns: runs(50) },
    );
  });

  test('every caret has one row, and its column lies in it', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 9, max: 20 }), (whole, width) => {
        const rows = wrap(whole, width);
        for (let caret = 0; ; caret = nextBoundary(whole, caret)) {
          const index = rowOfCaret(rows, caret);
          expect(rows[index]?.start).toBeLessThanOrEqual(caret);
          expect(rows[index + 1]?.start ?? whole.length + 1).toBeGreaterThan(caret);
          expect(caretColumn(whole, rows, caret)).toBeLessThanOrEqual(width);
          if (caret === whole.length) break;
        }
      }),
    );
  });

  test('breaks at words, keeps indents, and cuts only what fits nowhere', () => {
    expect(rowsOf('the quick brown fox', 10)).toEqual(['the quick ', 'brown fox']);
    expect(rowsOf('hello world', 5)).toEqual(['hello', 'world']);
    expect(rowsOf('    indented line', 12)).toEqual(['    indented', 'line']);
    expect(rowsOf('a abcdefghij', 4)).toEqual(['a ', 'abcd', 'efgh', 'ij']);
    expect(rowsOf('', 5)).toEqual(['']);
    expect(rowsOf('a\n\nb\n', 5)).toEqual(['a', '', 'b', '']);
    expect(rowsOf('漢字かな', 5)).toEqual(['漢字', 'かな']);
  });

  test('a tab takes four columns', () => {
    expect(rowsOf('\tabcd', 8)).toEqual(['\tabcd']);
    expect(rowsOf('\tabcde', 8)).toEqual(['\t', 'abcde']);
    const rows = wrap('\tab', 20);
    expect(caretColumn('\tab', rows, 2)).toBe(5);
  });
});
