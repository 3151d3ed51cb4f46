import fc from 'fast-check';
import type { Field } from '../../src/fields/field.ts';
import { issueFields, severities } from '../../src/fields/issue.ts';
import { templateItems } from '../../src/fields/kinds/checklist.ts';
import type { Answer, ChecklistItem, Code, Value } from '../../src/fields/value.ts';
import type { Override, Review } from '../../src/review/review.ts';
import type { Template } from '../../src/template/template.ts';

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
const oneLine = fc.oneof(line, glued, piece);

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

const code: fc.Arbitrary<Code> = fc.record({
  text: fc.oneof({ weight: 6, arbitrary: lines }, { weight: 1, arbitrary: fences }),
  language: fc.constantFrom('go', 'ts', '', 'c++', 'ts  {1,3} title="a  b"', null),
});

function valueFor(field: Field): fc.Arbitrary<Value> {
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

const answerOf = (field: Field): fc.Arbitrary<Answer | undefined> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 6, arbitrary: valueFor(field).map((value) => ({ value })) },
    { weight: 1, arbitrary: oneLine.map((notApplicable) => ({ notApplicable })) },
  );

const answersOf = (fields: Field[]): fc.Arbitrary<Record<string, Answer>> =>
  fc
    .record(Object.fromEntries(fields.map((field) => [field.id, answerOf(field)])))
    .map(
      (all) =>
        Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== undefined)) as Record<
          string,
          Answer
        >,
    );

/** Which issues an item is about: none mostly, and some that are gone. */
const links = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      issues: fc.array(fc.constantFrom('x0', 'x1', 'x2', 'gone'), { minLength: 1, maxLength: 3 }),
    }),
  },
);

/** Reviews of a template with every kind of answer in every place, hostile text included. */
export function reviews(template: Template): fc.Arbitrary<Review> {
  const issue = fc
    .constantFrom(...severities.filter((severity) => template.issues[severity]))
    .chain((severity) => {
      const block = template.issues[severity];
      const fields = issueFields.flatMap((id) => block?.fields[id] ?? []);
      return fc.record({
        severity: fc.constant(severity),
        answers: answersOf(fields),
        note: fc.option(lines, { nil: undefined, freq: 6 }),
      });
    });
  const items = Object.values(template.lists).map((list) =>
    fc
      .array(fc.tuple(answersOf(Object.values(list.fields)), links), {
        // Long enough for numbers of two digits, unless an item is long itself.
        maxLength: Object.keys(list.fields).length > 8 ? 3 : 12,
        size: 'small',
      })
      .map((all) => [list.id, all] as const),
  );
  const exempted = Object.keys(template.lists).map((id) =>
    fc
      .option(oneLine, { nil: undefined, freq: 6 })
      .map((reason): [string, Answer][] => (reason === undefined ? [] : [[id, { notApplicable: reason }]])),
  );
  const notes = template.sections.map((section) =>
    fc.option(lines, { nil: '', freq: 8 }).map((text) => [section.id, text] as const),
  );
  const place: fc.Arbitrary<Override['place']> = fc.oneof(
    fc.constantFrom(...Object.keys(template.fields), 'gone').map((field) => ({ field })),
    fc.nat(4).map((at) => ({ issue: `x${at}` })),
    fc.tuple(fc.nat(4), fc.constantFrom(...issueFields)).map(([at, field]) => ({ issue: `x${at}`, field })),
    fc
      .tuple(fc.constantFrom(...Object.keys(template.lists), 'gone'), fc.nat(9))
      .map(([list, at]) => ({ list, item: `y${at}`, field: 'owner' })),
    fc.constantFrom(...template.pages.map(({ id }) => id)).map((page) => ({ page })),
  );
  const override: fc.Arbitrary<Override> = fc
    .record({
      check: fc.constantFrom('go-with-critical', 'dates', 'secret'),
      place,
      message: oneLine,
      mark: fc.option(fc.constant('a1B2_-'), { nil: undefined, freq: 3 }),
      reason: fc.oneof(oneLine, lines),
    })
    .map(({ mark, ...one }) => (mark === undefined ? one : { ...one, mark }));
  return fc
    .record({
      answers: answersOf(Object.values(template.fields)),
      issues: fc.array(issue, { maxLength: 4 }),
      items: fc.tuple(...items),
      exempted: fc.tuple(...exempted),
      notes: fc.tuple(...notes),
      overrides: fc.oneof(
        { weight: 2, arbitrary: fc.constant<Override[]>([]) },
        { weight: 1, arbitrary: fc.array(override, { minLength: 1, maxLength: 3 }) },
      ),
    })
    .map(({ answers, issues, items: lists, exempted: none, notes: noted, overrides }) => ({
      answers: { ...answers, ...Object.fromEntries(none.flat()) },
      issues: issues.map(({ note, ...one }, at) => ({
        id: `x${at}`,
        ...one,
        ...(note === undefined ? {} : { note }),
      })) as Review['issues'],
      items: Object.fromEntries(
        lists.map(([id, all]) => [
          id,
          all.map(([own, issues], at) => ({ id: `y${at}`, answers: own, ...issues })),
        ]),
      ),
      notes: Object.fromEntries(noted.filter(([, text]) => text !== '')),
      ...(overrides.length > 0 ? { overrides } : {}),
    }));
}
