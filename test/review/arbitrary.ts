import fc from 'fast-check';
import { type IssueField, issueFields, issueKinds, severities } from '../../src/fields/issue.ts';
import type { Answer, Value } from '../../src/fields/value.ts';
import type { Action } from '../../src/review/actions.ts';
import type { Decision, KeptFinding } from '../../src/review/evidence/findings.ts';
import type { Measurement } from '../../src/review/evidence/measurements.ts';
import { reduce } from '../../src/review/reduce.ts';
import {
  emptyReview,
  type FieldRef,
  type Issue,
  type Item,
  type OverriddenProblem,
  type Review,
} from '../../src/review/review.ts';

const text = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constant('```\n# x\n'),
);
const fields = ['risk', 'summary', 'version', 'reviewer'];
const lists = ['immediate', 'strengths'];
const ids = ['a1', 'b2', 'c3', 'd4', 'e5', 'f6'];

const valueOfKind: Record<string, fc.Arbitrary<Value>> = {
  list: fc.array(text, { maxLength: 3 }),
  choices: fc.array(text, { maxLength: 3 }),
  location: fc.array(text, { maxLength: 3 }),
  code: fc.record({ text, language: fc.constantFrom('go', 'ts', null) }),
};

const answerOf = (value: fc.Arbitrary<Value>): fc.Arbitrary<Answer> =>
  fc.oneof(fc.record({ value }), fc.record({ notApplicable: text }));

const issueAnswer = (field: IssueField) => answerOf(valueOfKind[issueKinds[field]] ?? text);

const issueAnswers = fc.record(Object.fromEntries(issueFields.map((field) => [field, issueAnswer(field)])), {
  requiredKeys: [],
}) as fc.Arbitrary<Issue['answers']>;

const issue: fc.Arbitrary<Issue> = fc
  .record({
    id: fc.constantFrom(...ids),
    severity: fc.constantFrom(...severities),
    answers: issueAnswers,
    note: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  })
  .map(({ note, ...rest }) => (note ? { ...rest, note } : rest));

const item: fc.Arbitrary<Item> = fc.record({
  id: fc.constantFrom(...ids),
  answers: fc.dictionary(fc.constantFrom('action', 'owner'), answerOf(text)),
});

const place: fc.Arbitrary<FieldRef> = fc.oneof(
  fc.record({ field: fc.constantFrom(...fields) }),
  fc.record({ issue: fc.constantFrom(...ids), field: fc.constantFrom<IssueField>('title', 'risk', 'fix') }),
  fc.record({
    list: fc.constantFrom(...lists),
    item: fc.constantFrom(...ids),
    field: fc.constantFrom('action', 'owner'),
  }),
);

const id = fc.constantFrom(...ids);
const list = fc.constantFrom(...lists);
const by = fc.integer({ min: -4, max: 4 });
const entry = fc.record({ at: place, answer: fc.option(answerOf(text)) });
const placed = fc.option(fc.nat(5), { nil: undefined });
const withIndex = <T extends object>(action: T, index: number | undefined) =>
  index === undefined ? action : { ...action, index };

const overridden: fc.Arbitrary<OverriddenProblem> = fc
  .record({
    check: fc.constantFrom('dates', 'secret'),
    place: fc.oneof(
      place,
      fc.record({ issue: id }),
      fc.record({ page: fc.constantFrom('head', 'analysis') }),
    ),
    message: fc.constantFrom('It is so', 'It is otherwise'),
    mark: fc.option(fc.constantFrom('a1b2', 'c3d4'), { nil: undefined, freq: 4 }),
  })
  .map(({ mark, ...of }) => (mark === undefined ? of : { ...of, mark }));

const source = fc.record({
  commit: fc.constant('3f2a9c1b'.repeat(5)),
  path: fc.constantFrom('a.go', 'b.ts'),
  from: fc.constant(1),
  to: fc.integer({ min: 1, max: 3 }),
  hash: fc.constantFrom('x', 'y'),
});

const measuredBy =
  (file: string) =>
  (value: number): Measurement => ({
    ...{ kind: 'statement-coverage', value, unit: '%' },
    source: { file, tool: 'go test' },
  });

const reportedAs = (fingerprint: string): KeptFinding => ({
  ...{ fingerprint, tool: 'gosec', rule: 'G104', severity: 'low', severityFrom: 'severity LOW' },
  ...{ title: 'Errors unhandled', message: 'Errors unhandled', locations: ['a.go:1'], fix: null, results: 1 },
  ...{ about: '', names: [], files: ['gosec.json'] },
});

const decision: fc.Arbitrary<Decision | null> = fc.constantFrom(
  null,
  { is: 'rated', severity: 'high' },
  { is: 'dismissed', reason: 'duplicate' },
  { is: 'accepted', issues: ['a1'] },
);

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  entry.map((one): Action => ({ do: 'answer', ...one })),
  fc.array(entry, { maxLength: 3 }).map((entries): Action => ({ do: 'answers', entries })),
  fc.tuple(issue, placed).map(([one, at]) => withIndex({ do: 'add-issue' as const, issue: one }, at)),
  id.map((one): Action => ({ do: 'remove-issue', id: one })),
  fc.record({ do: fc.constant('move-issue' as const), id, by }),
  fc.record({ do: fc.constant('set-severity' as const), id, severity: fc.constantFrom(...severities) }),
  fc
    .tuple(list, item, placed)
    .map(([name, one, at]) => withIndex({ do: 'add-item' as const, list: name, item: one }, at)),
  fc.record({ do: fc.constant('remove-item' as const), list, id }),
  fc.record({ do: fc.constant('move-item' as const), list, id, by }),
  fc.record({ do: fc.constant('link' as const), list, id, issues: fc.array(id, { maxLength: 2 }) }),
  fc.record({ do: fc.constant('note' as const), section: fc.constantFrom('head', 'analysis'), text }),
  fc.record({ do: fc.constant('issue-note' as const), id, text }),
  fc
    .tuple(fc.constantFrom('a.out', 'b.json'), fc.array(fc.nat(99), { maxLength: 2 }))
    .map(([file, values]): Action => ({ do: 'measured', file, measurements: values.map(measuredBy(file)) })),
  fc
    .uniqueArray(fc.constantFrom('f1', 'f2'), { maxLength: 2 })
    .map((all): Action => ({ do: 'findings', findings: all.map(reportedAs) })),
  fc
    .array(fc.record({ fingerprint: fc.constantFrom('f1', 'f2'), decision }), { maxLength: 2 })
    .map((entries): Action => ({ do: 'decide', entries })),
  fc.record({ do: fc.constant('sources' as const), id, sources: fc.array(source, { maxLength: 2 }) }),
  fc
    .tuple(overridden, text, placed)
    .map(([of, reason, at]) => withIndex({ do: 'override' as const, of, reason }, at)),
);

/** Any action, most of them on issues and items that exist; as plain objects, as JSON makes them. */
export const action: fc.Arbitrary<Action> = anyAction.map((one) => structuredClone(one));

export const actions = fc.array(action, { maxLength: 30 });

/** Any review that can be reached from the empty one. */
export const review: fc.Arbitrary<Review> = actions.map((all) => all.reduce(reduce, emptyReview));
