import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/checks/facts.ts';
import { countProblems, problemGroups, problemsByPage } from '../../src/checks/problem-groups.ts';
import { checks } from '../../src/checks/registry.ts';
import type { Issue, Review } from '../../src/review/review.ts';
import { cases } from './faults/cases.ts';
import { holding, secrets, token } from './faults/surroundings.ts';
import { answered, find, found, sound } from './sound.ts';

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
    advice: 'assess the risk as CRITICAL, or correct the severity of the issues',
  });
});

const messages = (review: Review, facts: Partial<Facts> = {}) =>
  problemGroups(find(review, facts)).map(({ first, message }) =>
    first.unanswered ? `${message} (unanswered)` : message,
  );

describe('alike problems are one line', () => {
  test('a field that several items leave open, with how many', () => {
    const [item] = sound.items.debt ?? [];
    const { timeline: _, ...answers } = item?.answers ?? {};
    const debt = ['a', 'b', 'c'].map((id) => ({ id, answers }));
    expect(messages({ ...sound, items: { ...sound.items, debt } })).toEqual([
      'Recommended timeline (3) have no answer: the report shows a placeholder there (unanswered)',
    ]);
  });

  const highs = ['a', 'b', 'c', 'd'].map((id) => {
    const [issue] = sound.issues.filter(({ severity }) => severity === 'high');
    const { impact: _, ...answers } = issue?.answers ?? {};
    return {
      ...issue,
      id,
      severity: 'high',
      answers: { ...answers, title: { value: id }, location: { value: [`${id}.go`] } },
    } as Issue;
  });
  const many = {
    ...sound,
    issues: [...sound.issues.filter(({ severity }) => severity !== 'high'), ...highs],
  };

  test('a field that several issues of a severity lack', () => {
    expect(messages(many)).toContain('HIGH-1 to HIGH-4 have no Impact');
  });

  test('issues that no action mentions, or that there is no plan at all', () => {
    expect(messages(many)).toContain('No action of the plan mentions HIGH-2 to HIGH-4');
    const { items: _, ...rest } = many;
    expect(messages({ ...rest, items: {} })).toContain(
      'There is no action plan: nothing is planned for CRITICAL-1 and HIGH-1 to HIGH-4',
    );
  });

  test('an issue without a title, or whose form is open, is not judged', () => {
    const bare = { id: 'new', severity: 'critical', answers: {} } as Issue;
    const draft = { ...sound, issues: [...sound.issues, bare] };
    expect(messages(draft).filter((one) => !one.endsWith('(unanswered)'))).toEqual([]);
    expect(messages(draft)).toContain('CRITICAL-2 has no Title (unanswered)');
    const titled = { ...bare, answers: { title: { value: 'Anyone can log in' } } } as Issue;
    const open = { ...sound, issues: [...sound.issues, titled] };
    expect(messages(open)).toContain('CRITICAL-2 has no Impact');
    expect(
      messages(open, { editing: { issue: 'new' } }).filter((one) => !one.endsWith('(unanswered)')),
    ).toEqual(['No action of the plan mentions CRITICAL-2']);
  });

  test('what is missing in a report of another kind is told once, and is no error', () => {
    const { answers: _, ...rest } = sound;
    const found = find({ ...rest, answers: {} }, { report: { otherKind: true, lines: new Set() } });
    expect(found.map(({ id, level }) => `${level} ${id}`)).toEqual(['hint required']);
    expect(found[0]?.message).toContain('Review Date, Reviewer');
  });

  test('each page has its problems and what is unanswered there, counted as the whole is', () => {
    const problems = find({ ...many, answers: {} });
    const pages = problemsByPage(problems);
    expect(pages.get('high')?.problems.map(({ message }) => message)).toContain(
      'HIGH-1 to HIGH-4 have no Impact',
    );
    const unanswered = [...pages.values()].reduce((sum, page) => sum + page.unanswered.length, 0);
    expect(unanswered).toBe(countProblems(problems).unanswered);
    expect(countProblems(problems).unanswered).toBeGreaterThan(50);
  });
});
