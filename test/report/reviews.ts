import fc from 'fast-check';
import type { Field } from '../../src/fields/field.ts';
import { issueFields, severities } from '../../src/fields/issue.ts';
import type { Answer } from '../../src/fields/value.ts';
import type { Override, Review } from '../../src/review/review.ts';
import type { Template } from '../../src/template/template.ts';
import { lines, oneLine, valueFor } from '../fields/values.ts';

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
