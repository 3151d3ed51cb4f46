import { describe, expect, test } from 'vitest';
import type { ComparedReview } from '../../src/compare/compared-review.ts';
import { type IssueChange, issueChanges } from '../../src/compare/issues/issue-changes.ts';
import type { Value } from '../../src/fields/value.ts';
import type { Review } from '../../src/review/review.ts';
import { found, issue, nextDay, reviewOf, template } from './two.ts';

const date = { 'review-date': '2026-02-13' };
const earlier = reviewOf(
  [
    issue('high', { ...found.writes, location: 'backend/internal/server/welcome_bot.go:82' }),
    issue('medium', found.logging),
  ],
  date,
);
const later = (answers: Record<string, Value>, rest: Partial<Review> = {}): Review =>
  reviewOf([issue('medium', found.logging)], answers, rest);

/** What became of the issue that only the previous review has. */
const outcomeIn = (
  now: Review,
  sides: { old?: Partial<ComparedReview>; new?: Partial<ComparedReview> } = {},
) =>
  issueChanges({
    old: { template, review: earlier, ...sides.old },
    new: { template, review: now, ...sides.new },
  })
    .filter((change) => change.new === null)
    .map(({ outcome }) => outcome);

const ticked = (text: string, done = true): Value => [{ text, done }];
const file = 'backend/internal/server/welcome_bot.go';

describe('an issue that the new review does not have', () => {
  test('is only not mentioned when nothing says that the review looked for it', () => {
    expect(outcomeIn(later({}))).toEqual(['not-mentioned']);
    expect(outcomeIn(later({ 'previous-review': 'another one' }))).toEqual(['not-mentioned']);
  });

  test.each<[why: string, now: Review, sides?: Parameters<typeof outcomeIn>[1]]>([
    ['by its date', later({ 'previous-review': 'that of 2026-02-13' })],
    [
      'by its file',
      later({ 'previous-review': 'docs/reports/first.md' }),
      { old: { report: '/r/docs/reports/first.md' } },
    ],
    ['as its draft says', later({}), { old: { draft: 'abcdef' }, new: { previous: 'abcdef' } }],
    ['as the same draft', later({}), { old: { draft: 'abcdef' }, new: { draft: 'abcdef' } }],
    [
      'by an issue of it',
      later(
        {},
        {
          items: {
            delta: [{ id: 'a', answers: { earlier: { value: `MEDIUM-1: ${found.logging.title}` } } }],
          },
        },
      ),
    ],
  ])('is resolved when the new review follows the old one %s', (_, now, sides) => {
    expect(outcomeIn(now, sides)).toEqual(['resolved']);
  });

  test.each([
    ['its file', `\`${file}\``],
    ['its folder', `\`${file.split('/')[0]}/\``],
    ['a pattern', 'All `*_bot.go` files'],
  ])('is resolved when the files reviewed have %s', (_, text) => {
    expect(outcomeIn(later({ 'backend-files': ticked(text) }))).toEqual(['resolved']);
    expect(outcomeIn(later({ 'backend-files': ticked(text, false) }))).toEqual(['not-mentioned']);
  });

  test('is not mentioned when other files were reviewed', () => {
    expect(outcomeIn(later({ 'backend-files': ticked('`frontend/src/`') }))).toEqual(['not-mentioned']);
  });
});

test('the same fault in other words and of another severity is perhaps the same, with the reason', () => {
  const old = issue('low', {
    title: 'Frontend console.log statements',
    description: '12 statements of `console.log` in the frontend, one raw in `Chat.tsx:714`.',
  });
  const now = issue('medium', {
    title: 'Excessive console logging in frontend',
    location: '`frontend/src/` (44 occurrences)',
    description: 'The frontend has 44 statements of `console.log` or `console.error`.',
  });
  const others = nextDay().issues.filter(
    ({ answers }) => answers.title && !/logging/.test(JSON.stringify(answers.title)),
  );
  const reasons = (changes: IssueChange[]) =>
    changes.flatMap(({ perhaps }) => (perhaps ? [[perhaps.issue.title, perhaps.reason]] : []));
  for (const rest of [[], others]) {
    const changes = issueChanges({
      old: { template, review: reviewOf([...rest, old]) },
      new: { template, review: reviewOf([...rest, now]) },
    });
    expect(reasons(changes).map(([title]) => title)).toEqual([
      'Frontend console.log statements',
      'Excessive console logging in frontend',
    ]);
    expect(reasons(changes)[0]?.[1]).toContain('"console"');
  }
});
