import { expect, test } from 'vitest';
import { type IssueChange, issueChanges } from '../../src/compare/issues/issue-changes.ts';
import type { Issue } from '../../src/review/review.ts';
import { found, issue, reviewOf, template } from './two.ts';

const compared = (before: Issue[], after: Issue[]): IssueChange[] =>
  issueChanges({ old: { template, review: reviewOf(before) }, new: { template, review: reviewOf(after) } });
const told = (before: Issue[], after: Issue[]): string[] =>
  compared(before, after)
    .map(({ outcome, old, new: now }) => `${outcome} ${old?.id ?? '-'} ${now?.id ?? '-'}`)
    .toSorted();

const posts = {
  title: 'Missing index on posts',
  description: 'The posts table has no index on user_id.',
  fix: 'Add it to posts.',
};
const comments = {
  title: 'Missing index on comments',
  description: 'The comments table has no index on user_id.',
  fix: 'Add it to comments.',
};

test('the number of an issue says nothing', () => {
  const before = [issue('high', found.environment, 'environment'), issue('high', found.runbook, 'runbook')];
  const after = [issue('high', found.runbook, 'one'), issue('high', found.environment, 'two')];
  expect(told(before, after)).toEqual(['unchanged environment two', 'unchanged runbook one']);
  expect(told(before.slice(0, 1), after.slice(0, 1))).toEqual(['new - one', 'not-mentioned environment -']);
});

test('the same fault of something else is another issue, and named as possibly the same', () => {
  const changes = compared([issue('low', posts, 'posts')], [issue('low', comments, 'comments')]);
  expect(changes.map(({ outcome }) => outcome)).toEqual(['new', 'not-mentioned']);
  expect(changes.map(({ perhaps }) => perhaps?.issue.id)).toEqual(['posts', 'comments']);
});

test('the same title elsewhere, with other words, is not taken for the same issue', () => {
  const login = {
    title: 'Missing rate limit',
    location: 'auth.go:10',
    description: 'Logins can be tried for ever.',
  };
  const upload = {
    title: 'Missing rate limit',
    location: 'upload.go:90',
    description: 'Files fill the disk.',
  };
  expect(told([issue('high', login, 'login')], [issue('high', upload, 'upload')])).toEqual([
    'new - upload',
    'not-mentioned login -',
  ]);
});

test('of issues with the same title, each goes with the one at its own place', () => {
  const at = (line: string) => ({
    title: 'Ignored error',
    location: line,
    description: 'The error is dropped.',
  });
  const before = [
    issue('high', at('a.go:10'), 'a'),
    issue('high', at('b.go:200'), 'b'),
    issue('high', at('c.go:5'), 'c'),
  ];
  const after = [
    issue('high', at('c.go:9'), 'c2'),
    issue('high', at('a.go:14'), 'a2'),
    issue('low', at('b.go:200'), 'b2'),
  ];
  expect(told(before, after)).toEqual(['downgraded b b2', 'reworded a a2', 'reworded c c2']);
});

test('of the same title twice in one place, one more or one less is one', () => {
  const twice = (ids: string[]) => ids.map((id) => issue('high', found.notifier, id));
  expect(told(twice(['a', 'b']), twice(['c', 'd', 'e']))).toEqual([
    'new - e',
    'unchanged a c',
    'unchanged b d',
  ]);
  expect(told(twice(['a', 'b', 'c']), twice(['d']))).toEqual([
    'not-mentioned b -',
    'not-mentioned c -',
    'unchanged a d',
  ]);
});

test('swapped titles do not take an issue from where it is', () => {
  const { password, notifier } = found;
  const before = [issue('high', password, 'password'), issue('high', notifier, 'notifier')];
  const after = [
    issue('high', { ...password, title: notifier.title }, 'password2'),
    issue('high', { ...notifier, title: password.title }, 'notifier2'),
  ];
  expect(told(before, after)).toEqual(['reworded notifier notifier2', 'reworded password password2']);
});

test('issues without a title go by their place and words, and without anything by nothing', () => {
  const { title: _, ...untitled } = found.writes;
  const moved = { ...untitled, location: 'backend/internal/server/welcome_bot.go:90' };
  expect(told([issue('high', untitled, 'a')], [issue('high', moved, 'b')])).toEqual(['reworded a b']);
  expect(told([issue('high', {}, 'a')], [issue('high', {}, 'b')])).toEqual(['unchanged a b']);
  expect(told([issue('high', {}, 'a')], [issue('low', {}, 'b')])).toEqual(['new - b', 'not-mentioned a -']);
});

test.each([
  ['case and punctuation', 'hardcoded root-admin password!'],
  ['numbering', 'CRITICAL-3: Hardcoded root admin password'],
  ['a hyphen', 'Hard-coded root admin password'],
])('%s do not make another title', (_, title) => {
  const alone = { title: found.password.title, description: 'One.' };
  const [change] = compared([issue('low', alone)], [issue('low', { ...alone, title })]);
  expect(change).toMatchObject({ outcome: 'reworded', changed: ['title'] });
});

test('what was said anew is told, and what only breaks its lines otherwise is not', () => {
  const before = issue('high', { ...found.notifier, fix: 'Use a pool\nof workers.' });
  const after = issue('high', {
    ...found.notifier,
    fix: 'Use a pool of  workers.',
    impact: 'Memory is used up',
  });
  expect(compared([before], [after])).toMatchObject([{ outcome: 'reworded', changed: ['impact'] }]);
});

test('a thousand issues of one title, in one file', () => {
  const many = (from: number, id: string) =>
    Array.from({ length: 1000 }, (_, at) =>
      issue(
        'high',
        { title: 'Ignored error', location: `a.go:${from + at * 40}`, description: 'Dropped.' },
        `${id}${at}`,
      ),
    );
  const changes = compared(many(1, 'a'), many(3, 'b'));
  expect(changes.every(({ old, new: now }) => old?.id.slice(1) === now?.id.slice(1))).toBe(true);
});

test('a thousand issues that differ in one word of their titles and in their files', () => {
  const many = (id: string) =>
    Array.from({ length: 1000 }, (_, at) =>
      issue(
        'high',
        {
          ...found.writes,
          title: `Ignored database errors in handler ${at}`,
          location: `handlers_${at}.go:82`,
          impact: id,
        },
        `${id}${at}`,
      ),
    );
  const changes = compared(many('a'), many('b').reverse());
  expect(changes.filter(({ outcome }) => outcome === 'reworded')).toHaveLength(1000);
  expect(changes.every(({ old, new: now }) => old?.id.slice(1) === now?.id.slice(1))).toBe(true);
});

test('titles in a writing without spaces are compared too', () => {
  const before = {
    title: 'データベースエラーが無視されている',
    location: 'a.go:4',
    description: '書き込みの失敗が捨てられる。',
  };
  const after = { ...before, title: 'データベースのエラーが無視される', location: 'a.go:6' };
  expect(told([issue('high', before, 'a')], [issue('high', after, 'b')])).toEqual(['reworded a b']);
});
