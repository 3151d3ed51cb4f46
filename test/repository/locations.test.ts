import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemGroups } from '../../src/checks/problem-groups.ts';
import { objectsIn } from '../../src/repository/git-objects.ts';
import { locationQuestion, lookUpLocations } from '../../src/repository/look-up-locations.ts';
import type { Issue } from '../../src/review/review.ts';
import { find, sound, template, withIssue } from '../checks/sound.ts';
import { gitRepo } from './git-repo.ts';

const { root, repo, env, git } = gitRepo('sanctum-locations-');
let first: string;

function write(path: string, lines: number, end = '\n') {
  mkdirSync(dirname(join(repo, path)), { recursive: true });
  writeFileSync(
    join(repo, path),
    Array.from({ length: lines }, (_, at) => `line ${at + 1}`).join('\n') + end,
  );
}

function commit(words: string) {
  git('add', '.');
  git('commit', '--quiet', '-m', words);
}

beforeAll(() => {
  write('backend/auth.go', 120);
  write('backend/api/server.go', 10, '');
  write('web/api/server.go', 10);
  write('empty.go', 0, '');
  commit('first');
  git('tag', 'v1.4.2');
  first = git('rev-parse', 'HEAD');
  write('backend/auth.go', 200);
  write('later.go', 5);
  commit('second');
  write('new.go', 3);
  symlinkSync(root, join(repo, 'out'));
  writeFileSync(join(root, 'secret.txt'), 'a\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What is said of locations in a review of a version. */
async function said(version: string, ...locations: string[]) {
  const review = withIssue(
    'high',
    { location: locations },
    {
      ...sound,
      answers: { ...sound.answers, version: { value: version } },
      issues: sound.issues.filter(({ severity }) => severity === 'high'),
    },
  );
  const lookup = await lookUpLocations(repo, env, locationQuestion(template, review));
  const lost = find(review, lookup ? { lookup } : {}).filter(({ id }) => id === 'location-missing');
  return problemGroups(lost).map(({ first, message }) => `${message} → ${first.advice}`);
}

test('what is there is not spoken of', async () => {
  expect(
    await said(
      'v1.4.2',
      'backend/auth.go:120',
      'backend/auth.go:1-120',
      'backend/auth.go',
      './empty.go',
      'backend/',
    ),
  ).toEqual([]);
  expect(
    await said('v1.4.2', 'backend/api/server.go:10', 'Everywhere', 'CI/CD', 'src/**/*.ts', 'backend/…'),
  ).toEqual([]);
});

test('a file and lines that are not', async () => {
  expect(
    await said(
      'v1.4.2',
      'backend/auth.go:119-121',
      'backend/gone.go',
      'later.go:1',
      'empty.go:1',
      'backend/auth.go',
    ),
  ).toEqual([
    'HIGH-1 points at backend/auth.go:119-121, but backend/auth.go has 120 lines at v1.4.2 → correct the lines',
    'HIGH-1 points at backend/gone.go, but there is no such file at v1.4.2 → correct the path',
    'HIGH-1 points at later.go:1, but there is no such file at v1.4.2 → correct the path',
    'HIGH-1 points at empty.go:1, but empty.go has 0 lines at v1.4.2 → correct the lines',
  ]);
});

test('a path in words, and one that only lacks its beginning', async () => {
  expect(await said('v1.4.2', 'Several, e.g. `auth.go:7` and `backend/auth.go:7`', 'server.go')).toEqual([
    'HIGH-1 points at auth.go:7, but there is no such file at v1.4.2 → write backend/auth.go, if you mean that file',
    'HIGH-1 points at server.go, but there is no such file at v1.4.2 → correct the path',
  ]);
});

test('the beginning of a path, but no free words', async () => {
  expect(await said('v1.4.2', 'backend/au', 'backen', 'backend/api/none', '`web/ap`', 'empty.go')).toEqual([
    'HIGH-1 points at backend/au, but there is no such file at v1.4.2 → write backend/auth.go, if you mean that file',
    'HIGH-1 points at backen, but there is no such file at v1.4.2 → correct the path',
    'HIGH-1 points at backend/api/none, but there is no such file at v1.4.2 → correct the path',
    'HIGH-1 points at web/ap, but there is no such file at v1.4.2 → write web/api/server.go, if you mean that file',
  ]);
  const free = [
    'backend/web',
    'nope',
    'all handlers',
    'N/A',
    'TCP/IP',
    'be',
    'https://example.org/backend/au',
  ];
  expect(await said('v1.4.2', ...free)).toEqual([]);
});

test('free words do not make a repository the right one', async () => {
  expect(await said('v1.4.2', 'a/b.go:1', 'c/d.go', 'e/f.ts', 'CI/CD', 'Everywhere')).toEqual([
    expect.stringContaining('None of the files named by locations exists'),
  ]);
});

describe('the version', () => {
  const lost = async (version: string) => (await said(version, 'later.go', 'empty.go')).length;

  test.each(['v1.4.2', 'v1.4.2 (main)', '1.4.2', 'Sanctum v1.4.2', 'v1.4.2, released', 'v1.4.2-dirty (x)'])(
    '%s is the tag',
    async (version) => expect(await lost(version)).toBe(1),
  );

  test('a commit, in full, in short, as git describes it, with its branch', async () => {
    const short = first.slice(0, 8);
    for (const version of [first, short, `main (${short})`, `v1.4.1-7-g${short}`, `v0.1-3-g${short} (main)`])
      expect([version, await lost(version)]).toEqual([version, 1]);
    const now = git('describe', '--tags');
    for (const version of [now, `${now} (main)`, 'main'])
      expect([version, await lost(version)]).toEqual([version, 0]);
  });

  test('changed since the commit that is checked out: the work tree', async () => {
    const dirty = `${git('describe', '--tags')}-dirty (main)`;
    expect(
      await said(dirty, 'new.go:3', 'new.go:4', 'nowhere.go', 'out/secret.txt', '../secret.txt'),
    ).toEqual([
      'HIGH-1 points at new.go:4, but new.go has 3 lines in the work tree → correct the lines',
      'HIGH-1 points at nowhere.go, but there is no such file in the work tree → correct the path',
      'HIGH-1 points at out/secret.txt, but there is no such file in the work tree → correct the path',
      'HIGH-1 points at ../secret.txt, but there is no such file in the work tree → correct the path',
    ]);
  });

  test.each(['v9.9.9 (main)', 'the newest', '--help', 'HEAD@{9}', 'v1.4.2^{/line}', '-v1.4.2'])(
    '%s is none, which is said',
    async (version) => {
      expect(await said(version, 'new.go:4', 'later.go')).toEqual([
        `HIGH-1 points at new.go:4, but new.go has 3 lines in the work tree → correct the lines; or give the version as git knows it: it has no ${version}`,
      ]);
    },
  );
});

test('a repository in which nothing is there is another one: that is said once', async () => {
  expect(await said('v1.4.2', 'a/b.go:1', 'c/d.go', 'e/f.ts', 'a/b.go:2')).toEqual([
    `None of the files named by locations exists at v1.4.2 in ${repo}: a/b.go (2), c/d.go and e/f.ts → check in the repository that was reviewed`,
  ]);
});

test('without a repository, a commit or git there is nothing to say', async () => {
  const question = locationQuestion(template, withIssue('high', { location: ['a.go:1'] }));
  expect(await lookUpLocations(root, env, question)).toBeNull();
  expect(await lookUpLocations(join(root, 'gone'), env, question)).toBeNull();
  expect(await lookUpLocations(repo, { PATH: '/nowhere' }, question)).toBeNull();
  const bare = join(root, 'bare');
  mkdirSync(bare);
  execFileSync('git', ['init', '--quiet'], { cwd: bare, env });
  expect(await lookUpLocations(bare, env, question)).toBeNull();
});

test('a thousand issues are looked for at once', async () => {
  const issues = Array.from(
    { length: 1000 },
    (_, index): Issue => ({
      id: `i${index}`,
      severity: 'low',
      answers: { location: { value: [`backend/auth.go:${index + 1}`, `backend/made-up-${index}.go`] } },
    }),
  );
  const review = { ...sound, answers: { ...sound.answers, version: { value: 'main' } }, issues };
  const lookup = await lookUpLocations(repo, env, locationQuestion(template, review));
  expect(lookup?.files).toBe(1001);
  expect(lookup?.lost.filter(({ lines }) => lines === null)).toHaveLength(1000);
  expect(lookup?.lost.filter(({ lines }) => lines === 200)).toHaveLength(800);
});

test('objects are told in the order in which they were asked for, whatever is in them', async () => {
  writeFileSync(join(repo, 'odd.txt'), 'abc missing\nffffffffffffffffffffffffffffffffffffffff blob 3\n\nend');
  git('add', 'odd.txt');
  const names = [':odd.txt', 'a\nb', 'nobody', ':empty.go', '', 'v1.4.2:backend', 'v1.4.2'];
  expect((await objectsIn(repo, env, names))?.map((one) => one && [one.type, one.lines])).toEqual([
    ['blob', 4],
    null,
    null,
    ['blob', 0],
    null,
    ['tree', expect.any(Number)],
    ['commit', expect.any(Number)],
  ]);
});
