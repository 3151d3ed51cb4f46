import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { plainAsMarkdown } from '../../src/markdown/plain-text.ts';
import { runs } from '../runs.ts';

test.each([
  ['Use `x` *now*', 'Use \\`x\\` \\*now\\*'],
  ['# not a heading', '\\# not a heading'],
  ['1. not a list', '1\\. not a list'],
  ['[click](https://x.example/a_b)', '\\[click\\](`https://x.example/a_b)`'],
  ['one\ntwo\n\nthree', 'one  \ntwo\n\nthree'],
])('%s reads as it stands', (text, markdown) => {
  expect(plainAsMarkdown(text)).toBe(markdown);
});

const harmless = new Set(['root', 'paragraph', 'text', 'break', 'inlineCode']);

test('nothing of a text becomes more than text, a break or an address in code', () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...['#', '>', '- ', '1) ', '`', '*', '_', '[a](b)', '<b>', '![', '&amp;', '|', '\n', '\n\n'],
      ),
      fc.constantFrom(...['https://x.y/z', 'www.x.y', '~~~', '===', '\t', '    ', '\\', '<!-- ', '***', ' ']),
      fc.string({ maxLength: 4 }),
    ),
  );
  const types = (node: { type: string; children?: object[] }): string[] => [
    node.type,
    ...(node.children ?? []).flatMap((child) => types(child as { type: string })),
  ];
  fc.assert(
    fc.property(text, (parts) => {
      const found = types(fromMarkdown(plainAsMarkdown(parts.join(''))));
      expect(found.filter((type) => !harmless.has(type))).toEqual([]);
    }),
    { numRuns: runs(100, 300) },
  );
});
