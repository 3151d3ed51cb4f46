import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { expect, test } from 'vitest';
import { headingOf, listMarker, outdent } from '../../src/markdown/line.ts';
import { scan } from '../../src/markdown/scan.ts';
import { runs } from '../runs.ts';

const line = fc.constantFrom(
  ...[
    'foo',
    '# h',
    '## h ##',
    '   ### x',
    '- a',
    '- ',
    '  - b',
    '1. x',
    '   # in item',
    '```',
    '```go',
    '~~~',
    '````',
  ],
  ...[
    '  ```',
    '   ```',
    '---',
    '***',
    '- - -',
    '',
    '  ',
    '<!-- c',
    '-->',
    '<!-- c -->',
    '<script>',
    '> q',
    '  text',
  ],
  ...['-\tx', '* # hi', '- ```', '#no', '#', '<?x', '?>', '>', '</div>', '<div>', '===', '-'],
);

test('finds the headings that CommonMark finds at the level of the document', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      // Three places where the parser and CommonMark's own words differ, or where a person means a heading all the same.
      fc.pre(!/<\/?div>\n(?!\n)|> q\n(?!\n|>)/.test(`${lines.join('\n')}\n`));
      const source = lines.join('\n');
      const expected = fromMarkdown(source).children.flatMap((node) => {
        const at = (node.position?.start.line ?? 0) - 1;
        return node.type === 'heading' &&
          headingOf(lines[at] ?? '') &&
          !isUnderlined(lines[node.position?.end.line ? node.position.end.line - 1 : at])
          ? [at]
          : [];
      });
      const found = scan(source).flatMap((one, at) => (one.level === undefined ? [] : [at]));
      expect(found).toEqual(expected);
    }),
    { numRuns: runs(100, 300), seed: 20_260_213 },
  );
});

const isUnderlined = (text: string | undefined) => /^ {0,3}(=+|-+)\s*$/.test(text ?? '');

test('tells what a fence and a comment enclose, and whether they end', () => {
  const lines = scan('```go\n# no heading\n```\n# heading\n<!-- a\n# b\n-->\n~~~\n# open');
  expect(lines.map((one) => one.kind)).toEqual([
    'fence',
    'fence',
    'fence',
    'heading',
    'html',
    'html',
    'html',
    'fence',
    'fence',
  ]);
  expect(lines.map((one) => one.opens)).toMatchObject({ 0: 'closed', 4: 'closed', 7: 'unclosed' });
});

test('a fence in a list item ends with the item', () => {
  const lines = scan('- ```\n  code\n# heading');
  expect(lines.map((one) => [one.kind, one.depth])).toEqual([
    ['fence', 1],
    ['fence', 1],
    ['heading', 0],
  ]);
});

test('list markers and indents are counted in columns', () => {
  expect(listMarker('- item')).toEqual({ offset: 2, content: 'item', ordinal: null });
  expect(listMarker('10) item')).toEqual({ offset: 4, content: 'item', ordinal: 10 });
  expect(listMarker('-item')).toBeNull();
  expect(outdent('\tcode', 2)).toBe('  code');
});

test('a long text takes time in proportion to its length', () => {
  const text = '```a\n- # x\n<!-- y\n'.repeat(20_000);
  expect(scan(text)).toHaveLength(60_001);
});
