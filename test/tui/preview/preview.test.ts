import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderMarked } from '../../../src/report/writer/render.ts';
import { displayWidth } from '../../../src/text/width.ts';
import { bodyRows } from '../../../src/tui/frame.ts';
import type { ListKey } from '../../../src/tui/picker/scroll.ts';
import { documentOf } from '../../../src/tui/preview/document.ts';
import { highlighted } from '../../../src/tui/preview/highlight.ts';
import { inline } from '../../../src/tui/preview/inline.ts';
import { previewAt, previewPanel, scrolledPreview } from '../../../src/tui/preview/preview-panel.ts';
import { rowsOf } from '../../../src/tui/preview/rows.ts';
import { plainText, rowWidth } from '../../../src/tui/row.ts';
import { template } from '../../checks/sound.ts';
import { reviews } from '../../report/reviews.ts';
import { runs } from '../../runs.ts';
import { text } from '../../text/arbitrary.ts';

const shown = (source: string): string[] => {
  const lines = source.split('\n');
  const document = documentOf({ lines, starts: [] }, highlighted);
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
    const document = documentOf({ lines, starts: [] }, highlighted);
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
    expect(plainText(documentOf({ lines, starts: [] }, null).at(2).line)).toBe(
      '  │ func main() { return "<&>" }',
    );
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

  it('shows each issue of a report as if all before it had been looked at', () => {
    fc.assert(
      fc.property(reviews(template), (review) => {
        const { text: report, lines: marks } = renderMarked(template, review, { issue: null, key: null });
        const lines = report.split('\n');
        const starts = [...marks].flatMap(([key, line]) => (key.startsWith('issue/') ? line : []));
        const [parted, whole] = [starts, []].map((all) => documentOf({ lines, starts: all }, highlighted));
        for (const at of lines.keys()) expect(parted?.at(at)).toEqual(whole?.at(at));
      }),
      { numRuns: runs(8, 20) },
    );
  });

  it('goes on behind the bar of code and of a quote', () => {
    const lines = ['```go', 'hashed, err := bcrypt.Generate(password)', '```', '> one two three four'];
    const document = documentOf({ lines, starts: [] }, highlighted);
    const rows = lines.flatMap((_, at) => rowsOf(document.at(at), 24)).map(plainText);
    expect(rows.filter((row) => /[a-z]{3}/.test(row)).every((row) => /^(?: {2})?│ /.test(row))).toBe(true);
    expect(rows.length).toBeGreaterThan(lines.length);
  });

  it('wraps without losing a word, and never over its width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (source, width) => {
        for (const line of source.split('\n')) {
          const document = documentOf({ lines: [line], starts: [] }, null).at(0);
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

it('is scrolled through row by row, from the first to the last', () => {
  const line = fc.oneof(
    fc.constantFrom('', 'short', '# heading', '- an item of a list that is longer than a row'),
    text,
  );
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.integer({ min: 5, max: 12 }),
      (some, height) => {
        const lines = some.join('\n').split('\n');
        const document = documentOf({ lines, starts: [] }, null);
        const all = lines.flatMap((_, at) => rowsOf(document.at(at), 28)).map(plainText);
        let view = previewAt({ lines, starts: [] }, 0);
        const press = (key: ListKey) => {
          view = { ...view, anchor: scrolledPreview(view, key, null, 30, height) };
        };
        const shown = () => previewPanel(view, null, [], 30, height).rows.map(plainText);
        const room = bodyRows(height);
        const tops = Math.max(1, all.length - room + 1);
        for (let top = 0; top < tops; top += 1) {
          expect(shown().join('\n')).toContain(all[top] ?? '');
          press('down');
        }
        const last = view.anchor;
        press('down');
        expect(view.anchor).toEqual(last);
        press('home');
        press('end');
        expect(view.anchor).toEqual(last);
        for (let top = 1; top < tops; top += 1) press('up');
        expect(view.anchor).toEqual({ line: 0, row: 0 });
      },
    ),
    { numRuns: runs(50) },
  );
});
