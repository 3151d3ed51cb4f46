import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReportParts, reportParts } from '../../../src/report/writer/report-parts.ts';
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

  it('ends code that nothing closes with its last line', () => {
    const lines = ['- note', '  ```', '  one', '', '  two', '', '---'];
    expect(shown(lines.join('\n'))).toEqual([
      '• note',
      '  code',
      '  │   one',
      '  │ ',
      '  │   two',
      '',
      '────────────────────────',
    ]);
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
        const report = reportParts(template, review, null);
        const parts = Array.from({ length: report.count }, (_, part) => report.at(part)?.lines ?? []);
        const shownIn = (lines: readonly string[]) => {
          const document = documentOf(lines, highlighted);
          return lines.map((_, at) => document.at(at));
        };
        expect(parts.flatMap(shownIn)).toEqual(shownIn(parts.flat()));
      }),
      { numRuns: runs(8, 20) },
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

const reportOf = (parts: string[][]): ReportParts => ({
  count: parts.length,
  at: (part) => parts[part] && { lines: parts[part], marks: new Map() },
  others: new Map(),
  partOf: () => -1,
  issuesUpTo: () => 0,
});

it('writes only the issues near the place that is looked at, and says which one that is', () => {
  const asked = new Set<number>();
  const some = reportOf(Array.from({ length: 5000 }, (_, at) => [`### CRITICAL-${at}`, 'words', '']));
  const report: ReportParts = {
    ...some,
    at(part) {
      asked.add(part);
      return some.at(part);
    },
    issuesUpTo: (part) => Math.min(part, 4998),
  };
  let view = previewAt(report, { part: 2500, line: 1 });
  for (const key of ['down', 'pagedown', 'end', 'home'] as const) {
    view = { ...view, anchor: scrolledPreview(view, key, null, 80, 24) };
    previewPanel(view, null, [], 80, 24);
  }
  expect(asked.size).toBeLessThan(60);
  const top = (at: number) =>
    plainText(previewPanel(previewAt(report, { part: at, line: 0 }), null, [], 80, 24).rows[0] ?? []);
  expect(top(2500)).toContain('issue 2,505 of 4,998   50%');
  expect(top(4999)).toContain('issue 4,998 of 4,998   100%');
});

it('is scrolled through row by row, from the first to the last', () => {
  const line = fc.oneof(
    fc.constantFrom('', 'short', '# heading', '- an item of a list that is longer than a row'),
    text,
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 5, max: 12 }),
      (some, height) => {
        const parts = some.map((lines) => lines.join('\n').split('\n'));
        const all = parts.flatMap((lines) => {
          const document = documentOf(lines, null);
          return lines.flatMap((_, at) => rowsOf(document.at(at), 28)).map(plainText);
        });
        let view = previewAt(reportOf(parts), { part: 0, line: 0 });
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
        expect(view.anchor).toEqual({ part: 0, line: 0, row: 0 });
      },
    ),
    { numRuns: runs(50) },
  );
});
