import type { Facts } from '../../src/checks/facts.ts';
import { runChecks } from '../../src/checks/run-checks.ts';
import type { Field } from '../../src/fields/field.ts';
import { type Severity, severities } from '../../src/fields/issue.ts';
import { templateItems } from '../../src/fields/kinds/checklist.ts';
import type { Answer, Value } from '../../src/fields/value.ts';
import type { Issue, Item, Review } from '../../src/review/review.ts';
import { bundled } from '../template/bundled.ts';

export const template = bundled();

/** A good value for each kind of field; choices are neither the best nor the worst. */
function goodValue(field: Field): Value {
  switch (field.kind) {
    case 'choice':
      return field.options?.at(-1) ?? 'so so';
    case 'choices':
    case 'list':
      return ['some words'];
    case 'date':
      return '2026-02-13';
    case 'number':
      return '40';
    case 'ratio':
      return '3/4';
    case 'found':
      return '2';
    case 'location':
      return ['Everywhere'];
    case 'code':
      return { text: 'panic(err)', language: 'go' };
    default:
      return 'some words';
  }
}

const answersOf = (fields: Field[]): Record<string, Answer> =>
  Object.fromEntries(fields.map((field) => [field.id, { value: goodValue(field) }]));

/** The answers as they are changed: null takes one away. */
function given<A extends object>(answers: A, values: Record<string, Value | null>): A {
  const all = new Map<string, unknown>(Object.entries(answers));
  for (const [id, value] of Object.entries(values)) {
    if (value === null) all.delete(id);
    else all.set(id, { value });
  }
  return Object.fromEntries(all) as A;
}

const issueOf = (severity: Severity): Issue => ({
  id: severity,
  severity,
  answers: {
    ...answersOf(Object.values(template.issues[severity]?.fields ?? {})),
    title: { value: `A ${severity} matter` },
    location: { value: [`src/${severity}.go:10-20`] },
    priority: { value: 'In time' },
  },
});

/** A review in which nothing contradicts: one issue of each severity, planned, and CONDITIONAL GO. */
export const sound: Review = {
  answers: {
    ...answersOf(
      Object.values(template.fields).filter((one) => one.kind !== 'checklist' && one.default === undefined),
    ),
    risk: { value: 'CRITICAL' },
    recommendation: { value: 'CONDITIONAL GO' },
    limitations: { value: 'None.' },
    duration: { value: '6 hours' },
    tools: { value: [{ text: 'go vet', done: true }] },
  },
  issues: severities.map(issueOf),
  items: Object.fromEntries(
    Object.values(template.lists).map((list): [string, Item[]] => [
      list.id,
      [{ id: `one-${list.id}`, answers: answersOf(Object.values(list.fields)) }],
    ]),
  ),
  notes: {},
};
sound.items.immediate = [
  {
    id: 'now',
    answers: {
      ...sound.items.immediate?.[0]?.answers,
      action: { value: 'Fix CRITICAL-1 and HIGH-1' },
      blocks: { value: 'Yes' },
    },
  },
];

sound.items.delta = [
  {
    id: 'old',
    answers: {
      ...sound.items.delta?.[0]?.answers,
      earlier: { value: 'HIGH-4: An old matter' },
      outcome: { value: 'Accepted as risk' },
      until: { value: '2026-12-31' },
    },
  },
];

/** With other answers of the previous issue, and what it is about. */
export const withEarlier = (values: Record<string, Value | null>, ...issues: string[]): Review => {
  const accepted = (values.outcome ?? 'Accepted as risk') === 'Accepted as risk';
  const review = withItem('delta', { ...(accepted ? {} : { 'accepted-by': null, until: null }), ...values });
  const items = (review.items.delta ?? []).map((item) => (issues.length > 0 ? { ...item, issues } : item));
  return { ...review, items: { ...review.items, delta: items } };
};

/** The sound review with other answers of fields that stand once. */
export const answered = (values: Record<string, Value | null>, review: Review = sound): Review => ({
  ...review,
  answers: given(review.answers, values),
});

/** With other answers of the issue of a severity. */
export const withIssue = (
  severity: Severity,
  values: Record<string, Value | null>,
  review: Review = sound,
): Review => ({
  ...review,
  issues: review.issues.map((issue) =>
    issue.id === severity ? { ...issue, answers: given(issue.answers, values) } : issue,
  ),
});

/** Without the issues of some severities, of which the plan tells nothing then either. */
export function without(...gone: Severity[]): Review {
  const planned = (['critical', 'high'] as const).filter((severity) => !gone.includes(severity));
  const action = ['Fix what there is', ...planned.map((severity) => `${severity.toUpperCase()}-1`)].join(
    ', ',
  );
  return withItem(
    'immediate',
    { action },
    { ...sound, issues: sound.issues.filter((issue) => !gone.includes(issue.severity)) },
  );
}

/** With other answers of the first item of a list. */
export const withItem = (
  list: string,
  values: Record<string, Value | null>,
  review: Review = sound,
): Review => ({
  ...review,
  items: {
    ...review.items,
    [list]: (review.items[list] ?? []).map((item, index) =>
      index === 0 ? { ...item, answers: given(item.answers, values) } : item,
    ),
  },
});

/** A checklist of the template, ticked where a line contains these words. */
export const ticked = (field: string, words = ''): Value =>
  templateItems(template.fields[field] ?? {}).map((item) => ({ ...item, done: item.text.includes(words) }));

export const find = (review: Review, facts: Partial<Facts> = {}) =>
  runChecks(template, review, { today: '2026-02-14', ...facts });

/** What is found, without the words: id, level, and where. */
export const found = (review: Review, facts: Partial<Facts> = {}) =>
  find(review, facts).map(({ id, level, page, place }) => {
    const at = place ? Object.values(place).join('/') : page;
    return `${level} ${id} ${at}`;
  });
