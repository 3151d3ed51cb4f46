import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/report/normalize.ts';
import { readReport } from '../../src/report/read.ts';
import { render } from '../../src/report/writer/render.ts';
import type { Review } from '../../src/review/review.ts';
import { runs } from '../runs.ts';
import { bundled } from '../template/bundled.ts';
import { type Bend, bends } from './bends.ts';
import { fullReview } from './full-review.ts';
import { lostWords } from './lost-words.ts';

const template = bundled();
const review = fullReview(template);
const report = render(template, review);

/** What was answered, whatever the order of the sections made the ids. */
function answered({ answers, issues, items }: Review) {
  // The items of a checklist may stand in any order.
  const unordered = Object.entries(answers).map(([id, answer]) => {
    const boxes =
      template.fields[id]?.kind === 'checklist' && 'value' in answer ? (answer.value as object[]) : null;
    return [id, boxes ? boxes.map((box) => JSON.stringify(box)).sort() : answer] as const;
  });
  return {
    answers: Object.fromEntries(unordered),
    issues: [...issues]
      .sort((one, other) => (one.severity < other.severity ? -1 : one.severity > other.severity ? 1 : 0))
      .map(({ severity, answers: own }) => ({ severity, answers: own })),
    items: Object.fromEntries(
      Object.entries(items).map(([list, all]) => [list, all.map((item) => item.answers)]),
    ),
  };
}

function expectAll(text: string, adds: string[]): void {
  const read = readReport(template, text);
  expect(answered(read.review)).toEqual(answered(normalize(template, review)));
  expect(lostWords(template, text, read)).toEqual([]);
  const again = render(template, read.review);
  // Each value has words of its own: none of them may stand twice.
  const words = report.match(/[a-z]+\d+x/g) ?? [];
  expect(words.filter((word) => again.split(word).length !== 2)).toEqual([]);
  const notes = [...Object.values(read.review.notes), ...read.review.issues.map(({ note = '' }) => note)];
  for (const line of adds) expect(notes.join('\n')).toContain(line);
  expect(read.ofTemplate).toBe(true);
}

test('the full report says what it was made of', () => expectAll(report, []));

describe('a report is read as before with', () => {
  test.each(bends.map((bend) => [bend.name, bend] as const))('%s', (_, { bend, adds = [] }) => {
    const bent = bend(report);
    expect(bent).not.toBe(report);
    expectAll(bent, adds);
  });
});

const groups = Map.groupBy(bends, (bend) => bend.group ?? bend.name);

/** One bend of each group, or none of some. */
const some: fc.Arbitrary<Bend[]> = fc
  .tuple(...[...groups.values()].map((group) => fc.constantFrom(null, ...group)))
  .map((all) => all.filter((bend) => bend !== null));
const every: fc.Arbitrary<Bend[]> = fc.tuple(
  ...[...groups.values()].map((group) => fc.constantFrom(...group)),
);

/** Bends that look for what others write come first. */
const bentBy = (all: Bend[]): string =>
  all.toSorted((one, other) => rank(one) - rank(other)).reduce((text, { bend }) => bend(text), report);
const order = ['level', 'emoji', 'label'];
const rank = ({ group = '', name }: Bend): number =>
  name === 'Windows line ends' ? 99 : order.indexOf(group) + 1;

test.each([
  ['some of these', some],
  ['all of these together', every],
])('and with %s', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (all) =>
      expectAll(
        bentBy(all),
        all.flatMap(({ adds = [] }) => adds),
      ),
    ),
    { numRuns: runs(3, 10), seed: 20_260_213, endOnFailure: true },
  );
});

test.each(['🔴 Critical Issues', 'Detailed Analysis', 'Recommended Action Plan', 'Review Sign-off'])(
  'without the section "%s" the others say what they said',
  (heading) => {
    const text = report.replace(new RegExp(`^## [^\\n]*${heading}[\\s\\S]*?(?=^## |^\\*This)`, 'mu'), '');
    expect(text).not.toBe(report);
    const read = answered(readReport(template, text).review);
    const all = answered(normalize(template, review));
    const left = (key: keyof typeof all) =>
      JSON.stringify(read[key]).length / JSON.stringify(all[key]).length;
    expect(left('answers') + left('issues') + left('items')).toBeGreaterThan(2);
    for (const [id, answer] of Object.entries(read.answers)) expect(answer).toEqual(all.answers[id]);
    for (const issue of read.issues) expect(all.issues).toContainEqual(issue);
    expect(lostWords(template, text)).toEqual([]);
  },
);

describe('an issue keeps the number that the report gives it, for those who name it', () => {
  const text = `## 🔴 Critical Issues

### CRITICAL-1: First

### CRITICAL-3: Third

## 📋 Recommended Action Plan

### Immediate Actions

1. **CRITICAL-3: Mend the third**
   - Due: 2026-03-01
2. Mend CRITICAL-1 first
3. **CRITICAL-2: Nobody knows what**
`;
  const { review, unclear } = readReport(template, text);

  test('though another one stands in that place', () => {
    expect(review.items.immediate).toMatchObject([
      { issues: ['i2'], answers: { action: { value: 'Mend the third' }, deadline: { value: '2026-03-01' } } },
      { answers: { action: { value: 'Mend CRITICAL-1 first' } } },
      { answers: { action: { value: 'CRITICAL-2: Nobody knows what' } } },
    ]);
    expect(review.items.immediate?.[2]).not.toHaveProperty('issues');
  });

  test('and it is said that its number changes, and who names one that is not there', () => {
    expect(unclear).toEqual([
      {
        key: 'issue/i2/title',
        line: 5,
        what: 'it is CRITICAL-3 in the report; by its place it is CRITICAL-2 from now on',
      },
      {
        key: 'list/immediate/i5/action',
        line: 14,
        what: 'it names CRITICAL-2, which the report does not have, and which another issue is from now on',
      },
    ]);
  });
});
