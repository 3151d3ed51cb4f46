import { describe, expect, test } from 'vitest';
import { checks } from '../../src/checks/registry.ts';
import { contradictions } from './faults/contradictions.ts';
import { delta } from './faults/delta.ts';
import { issues } from './faults/issues.ts';
import { plan } from './faults/plan.ts';
import { holding, secrets, surroundings, token } from './faults/surroundings.ts';
import { values } from './faults/values.ts';
import { verdict } from './faults/verdict.ts';
import { words } from './faults/words.ts';
import { answered, find, found, sound } from './sound.ts';

const cases = {
  ...contradictions,
  ...delta,
  ...issues,
  ...plan,
  ...surroundings,
  ...values,
  ...verdict,
  ...words,
};

test('nothing is found in a review in which all is well', () => {
  expect(find(sound)).toEqual([]);
});

const quiet = { answers: {}, issues: [], items: {}, notes: {} };

describe('a secret', () => {
  const review = holding(token.words);
  const facts = secrets({ issue: 'high', field: 'description' });

  test('is told by its kind and its first characters, and tells itself from another one', () => {
    expect(find(review, facts)).toEqual([
      {
        id: 'secret',
        level: 'error',
        page: 'high',
        place: { issue: 'high', field: 'description' },
        message: 'Description holds what looks like a live GitHub Token: ghp_********',
        advice: expect.stringContaining('redact it'),
        key: 'a1',
        fix: {
          label: 'redact the GitHub Token',
          actions: [
            {
              do: 'answer',
              at: { issue: 'high', field: 'description' },
              answer: { value: 'Whoever has [redacted GitHub Token] is in' },
            },
          ],
        },
      },
    ]);
  });

  test('is quoted by no other check', () => {
    const dated = answered({ 'review-date': token.words });
    const said = JSON.stringify(find(dated, secrets({ field: 'review-date' })));
    expect(said).toContain('is not a date');
    expect(said).not.toContain(token.words.slice(0, 6));
  });
});

describe.each(Object.entries(cases))('%s', (_, { faulty, fine }) => {
  test.each(faulty)('finds just that: %s', (_why, review, expected, facts) => {
    expect(found(review, facts).toSorted()).toEqual(expected.toSorted());
  });
  test.each(fine)('finds nothing: %s', (_why, review, facts) => {
    expect(found(review, facts)).toEqual([]);
  });
});

test('every check is tried', () => {
  expect(Object.keys(cases).toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
});

test('what is found says in words what and what to do, errors first', () => {
  const problems = find({ ...quiet, answers: { risk: { value: 'LOW' } }, issues: sound.issues });
  const levels = problems.map(({ level }) => level);
  expect(levels).toEqual(levels.toSorted());
  for (const { message, advice, page } of problems) {
    expect(message).toMatch(/^[A-Z"].*[^.\s]$/);
    expect(advice).not.toBe('');
    expect(page).not.toBe('');
  }
  expect(problems.find(({ id }) => id === 'risk-too-low')).toMatchObject({
    level: 'error',
    page: 'summary-page',
    place: { field: 'risk' },
    message: 'The overall risk is LOW, while CRITICAL-1 is open',
    advice: 'assess the risk as CRITICAL, or give the issues the severity that they have',
  });
});

test('a field that several items leave open is named once, with how many', () => {
  const [item] = sound.items.debt ?? [];
  const { timeline: _, ...answers } = item?.answers ?? {};
  const debt = ['a', 'b', 'c'].map((id) => ({ id, answers }));
  const [problem] = find({ ...sound, items: { ...sound.items, debt } });
  expect(problem?.message).toBe(
    "Recommended timeline (3) have no answer: the report shows the template's words there",
  );
});
