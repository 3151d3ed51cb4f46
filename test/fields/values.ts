import fc from 'fast-check';
import type { Field } from '../../src/fields/field.ts';
import { templateItems } from '../../src/fields/kinds/checklist.ts';
import type { ChecklistItem, Code, Value } from '../../src/fields/value.ts';

/** Words that have been trouble in Markdown, in every combination, and any text at all. */
const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'a word',
      '# heading',
      '## 🎯 Executive Summary',
      '### ❌ CRITICAL-1: x',
      '   ### indented',
      '```',
      '```go',
      '~~~',
      '  ```',
      '````',
      '---',
      '***',
      '===',
      '- item',
      '  - nested',
      '1. one',
      '2. two',
      '10) ten',
      '> quote',
      '<!-- open',
      '-->',
      '<!-- notes -->',
      '<details>',
      '</details>',
      '<div>',
      '<script>',
      '[x]',
      '[ ] box',
      '- [x] ticked',
      '| a | b |',
      '|---|',
      ':text[x]{#y}',
      ':::issues',
      '**Impact:**',
      '**Impact:** x',
      '**Review Date:** x',
      '- Status: Secure',
      'N/A',
      '**Overridden Checks:**',
      '- `dates` at `risk`: x',
      '  - Reason: y',
      'N/A: why',
      '[Issue Title]',
      '[Team/Person]',
      '`path/to/file.go:234`',
      '`',
      '``',
      '&#32;',
      '&amp;#32;',
      '&#124;',
      '\\# escaped',
      'é👩‍👩‍👧 ☃',
      'a\r\nb',
      '\x1b[31mred',
      '\ud800',
      'שלום',
      '\u202Eright',
      '    code',
      '\tcode',
      '',
      ' ',
      '  two  ',
      '%',
      '5%',
      '3/4',
      '- ',
      '* * *',
      '**: ',
      ' - ',
      ' / ',
      '*This report is a point-in-time assessment. Re-review is recommended after significant changes or before major releases.*',
      'No critical issues found.',
      'CRITICAL-1: typed',
      'HIGH-1, MEDIUM-1:',
      'LOW-9: none such',
      '**',
      '(N/A: no)',
      '[link](https://example.org)',
      '[ref]: https://example.org',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
);

const line = fc
  .array(piece, { minLength: 1, maxLength: 3 })
  .map((all) => all.join(' ').replaceAll('\n', ' '));
const glued = fc
  .array(piece, { minLength: 1, maxLength: 2 })
  .map((all) => all.join('').replaceAll('\n', ' '));
export const lines = fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => all.join('\n'));
export const oneLine = fc.oneof(line, glued, piece);

/** Fences with little in them but what is said behind their language. */
const fences = fc
  .tuple(
    fc.constantFrom('```', '````', '~~~'),
    fc.constantFrom('', 'go', 'python', 'c++    ### indented', 'ts {1,3} title="a  b"'),
    fc.constantFrom('', '\n', '\nx'),
  )
  .map(([fence, info, body]) => `${fence}${info}${body}\n${fence}`);

/** Words with a fence behind them. */
const fenced = fc.tuple(oneLine, lines).map(([above, inside]) => `${above}\n\`\`\`\n${inside}\n\`\`\``);

/** Objects as a draft's file gives them: some comparisons tell those without a prototype apart. */
const code: fc.Arbitrary<Code> = fc.record(
  {
    text: fc.oneof({ weight: 6, arbitrary: lines }, { weight: 1, arbitrary: fences }),
    language: fc.constantFrom('go', 'ts', '', 'c++', 'ts  {1,3} title="a  b"', null),
  },
  { noNullPrototype: true },
);

/** Values of a field's kind, hostile text included. */
export function valueFor(field: Field): fc.Arbitrary<Value> {
  switch (field.kind) {
    case 'prose':
      return lines;
    case 'choice':
      return fc.oneof(fc.constantFrom(...(field.options ?? [])), oneLine);
    case 'choices':
      return fc.array(fc.oneof(fc.constantFrom(...(field.options ?? [])), oneLine), { maxLength: 3 });
    case 'one-of':
      return fc.constantFrom(...(field.options ?? []));
    case 'number':
    case 'found':
      return fc.oneof(fc.nat(2000).map(String), oneLine);
    case 'ratio':
      return fc.oneof(
        fc.tuple(fc.nat(20), fc.nat(20)).map((two) => two.join('/')),
        oneLine,
      );
    case 'list':
      return fc.array(fc.oneof(oneLine, lines), { maxLength: 3 });
    case 'location':
      return fc.array(
        fc.oneof(
          fc.constantFrom('a/b.go:3', 'a/b.go:3-9', 'path/to/file.go:234', 'Entire codebase'),
          oneLine,
        ),
        { maxLength: 3 },
      );
    case 'code':
      return code;
    case 'checklist':
      return checklistOf(field);
    default:
      return oneLine;
  }
}

function checklistOf(field: Field): fc.Arbitrary<ChecklistItem[]> {
  const marks = (text: string) =>
    fc
      .record({
        text: fc.constant(text),
        done: fc.boolean(),
        notApplicable: fc.option(oneLine, { nil: undefined }),
      })
      .map(unset);
  const own = fc.array(fc.oneof(oneLine, lines, fenced).chain(marks), { maxLength: 2 });
  return fc
    .tuple(fc.tuple(...templateItems(field).map((item) => marks(item.text))), own)
    .map(([all, more]) => [...all, ...more]);
}

const unset = ({
  notApplicable,
  ...item
}: {
  text: string;
  done: boolean;
  notApplicable: string | undefined;
}): ChecklistItem => (notApplicable === undefined ? item : { ...item, notApplicable });
