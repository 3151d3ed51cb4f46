import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../src/text/width.ts';
import { documentOf } from '../../../src/tui/preview/document.ts';
import { highlighted } from '../../../src/tui/preview/highlight.ts';
import { inline } from '../../../src/tui/preview/inline.ts';
import { rowsOf } from '../../../src/tui/preview/rows.ts';
import { plainText, rowWidth } from '../../../src/tui/row.ts';
import { text } from '../../text/arbitrary.ts';

const shown = (source: string): string[] => {
  const lines = source.split('\n');
  const document = documentOf(lines, highlighted);
  return lines.map((_, at) => plainText(document.at(at).line));
};

const toneOf = (line: ReturnType<typeof inline>, words: string) =>
  line.find((segment) => segment.text.includes(words))?.tone;

describe('the rendered report', () => {
  it('shows headings, lists, boxes, quotes and rules as they read', () => {
    expect(
      shown('## 🎯 Summary\n\n> Must *fix*\n\n- one\n  - [x] done\n- [ ] open\n2. **two**  \n\n---'),
    ).toEqual([
      '🎯 Summary',
      '',
      '│ Must fix',
      '',
      '• one',
      '  [✓] done',
      '[ ] open',
      '2. two',
      '',
      '────────────────────────',
    ]);
  });

  it('gives emphasis, code and links their looks, and takes escapes back', () => {
    const line = inline('**Risk:** a `b*c*` and _so_ \\*on\\* &#91;x] [docs](https://x.io)');
    expect(plainText(line)).toBe('Risk: a b*c* and so *on* [x] docs https://x.io');
    expect(toneOf(line, 'Risk:')).toBe('bold');
    expect(toneOf(line, 'b*c*')).toBe('code');
    expect(toneOf(line, 'so')).toBe('italic');
    expect(plainText(inline('a &amp;#32; and &amp;amp;#32;'))).toBe('a &#32; and &amp;#32;');
    expect(plainText(inline('snake_case_name 2 * 3 * 4 **open'))).toBe('snake_case_name 2 * 3 * 4 **open');
  });

  it('colours code in the language of its fence, and nothing in it is Markdown', () => {
    const lines = ['```go', '# **no** heading', 'func main() { return "<&>" }', '```', '# one'];
    const document = documentOf(lines, highlighted);
    expect(shown(lines.join('\n'))).toEqual([
      '  go',
      '  │ # **no** heading',
      '  │ func main() { return "<&>" }',
      '',
      'one',
    ]);
    const code = document.at(2).line;
    expect(toneOf(code, 'func')).toBe('keyword');
    expect(toneOf(code, '<&>')).toBe('done');
    expect(plainText(documentOf(lines, null).at(2).line)).toBe('  │ func main() { return "<&>" }');
  });

  it('keeps every letter of code that it colours', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('go', 'typescript', 'yaml', 'bash', 'sql', 'json'),
        (code, language) => {
          expect(highlighted(code, language)?.map(plainText).join('\n')).toBe(code);
        },
      ),
    );
  });

  it('goes on behind the bar of code and of a quote', () => {
    const lines = ['```go', 'hashed, err := bcrypt.Generate(password)', '```', '> one two three four'];
    const document = documentOf(lines, highlighted);
    const rows = lines.flatMap((_, at) => rowsOf(document.at(at), 24)).map(plainText);
    expect(rows.filter((row) => /[a-z]{3}/.test(row)).every((row) => /^(?: {2})?│ /.test(row))).toBe(true);
    expect(rows.length).toBeGreaterThan(lines.length);
  });

  it('wraps without losing a word, and never over its width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (source, width) => {
        for (const line of source.split('\n')) {
          const document = documentOf([line], null).at(0);
          const rows = rowsOf(document, width);
          for (const row of rows)
            if (plainText(row).trim().length > 2) expect(rowWidth(row)).toBeLessThanOrEqual(width);
          const kept = rows.map(plainText).join('').replace(/[\s│]/g, '');
          expect(kept).toBe(plainText(document.line).replace(/[\s│]/g, ''));
          expect(displayWidth(kept)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
