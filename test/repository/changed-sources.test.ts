import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { followMoved, movedSources } from '../../src/checks/source-problems.ts';
import { locationQuestion, lookUpLocations } from '../../src/repository/look-up-locations.ts';
import { changedSources } from '../../src/repository/source/changed-sources.ts';
import { whereNow } from '../../src/repository/source/where-now.ts';
import type { Action } from '../../src/review/actions.ts';
import { hashOfLines, locationOf } from '../../src/review/evidence/sources.ts';
import { reduce } from '../../src/review/reduce.ts';
import { issueById, type Review } from '../../src/review/review.ts';
import { answered, find, template, withIssue } from '../checks/sound.ts';

describe('where lines are now', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '}', ''), { minLength: 1, maxLength: 12 });
  const taken = fc.tuple(lines, fc.nat(11), fc.nat(11)).map(([all, one, other]) => {
    const [from = 1, to = 1] = [one, other].map((n) => (n % all.length) + 1).sort((a, b) => a - b);
    const hash = hashOfLines(all.slice(from - 1, to));
    return { all, source: { commit: '', path: 'a.go', from, to, hash } };
  });

  test('the same file is the same, with other white space at line ends too', () => {
    fc.assert(
      fc.property(taken, ({ all, source }) => {
        expect(whereNow(source, { path: 'a.go', lines: all })).toEqual({ is: 'same' });
        expect(whereNow(source, { path: 'a.go', lines: all.map((one) => `${one} `) })).toEqual({
          is: 'same',
        });
      }),
    );
  });

  test('what is found elsewhere really is the same, and what is there is found', () => {
    fc.assert(
      fc.property(taken, lines, lines, ({ all, source }, before, after) => {
        const count = source.to - source.from + 1;
        const now = [...before, ...all.slice(source.from - 1, source.to), ...after];
        const found = whereNow(source, { path: 'a.go', lines: now });
        expect(['same', 'moved']).toContain(found.is);
        const { from, to } = found.is === 'moved' ? found : source;
        expect(to - from + 1).toBe(count);
        expect(hashOfLines(now.slice(from - 1, to))).toBe(source.hash);
      }),
    );
  });

  test('a line that is nowhere is changed, and no file is gone', () => {
    fc.assert(
      fc.property(taken, ({ all, source }) => {
        expect(whereNow(source, { path: 'a.go', lines: all.map(() => 'other') })).toEqual({ is: 'changed' });
        expect(whereNow(source, null)).toEqual({ is: 'gone' });
      }),
    );
  });
});

let root: string;
let repo: string;
const env = () => ({ PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' });
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: repo, env: env(), encoding: 'utf8', stdio: 'pipe' }).trim();
const body = ['package a', '', ...Array.from({ length: 20 }, (_, at) => `line ${at}`)];
const write = (all: string[], name = 'a.go') => writeFileSync(join(repo, name), `${all.join('\n')}\n`);
const commit = () => git('commit', '--quiet', '-a', '-m', 'change');

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'sanctum-changed-')));
  repo = join(root, 'app');
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', repo], { env: env() });
  git('config', 'user.name', 'Ada Park');
  git('config', 'user.email', 'ada@example.org');
  write(body);
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  git('tag', 'v1');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A review of a version with lines 4 and 5 taken as evidence at the first commit. */
function reviewOf(version: string): { review: Review; issue: string } {
  const source = {
    path: 'a.go',
    from: 4,
    to: 5,
    commit: git('rev-parse', 'v1'),
    hash: hashOfLines(body.slice(3, 5)),
  };
  const text = '`a.go:4-5` at v1:\n\n```go\nline 1\nline 2\n```';
  const review = answered(
    { version },
    withIssue('high', { location: ['a.go:4-5', 'a.go'], evidence: { text, language: null } }),
  );
  const issue = review.issues.find(({ severity }) => severity === 'high')?.id ?? '';
  return { review: reduce(review, { do: 'sources', id: issue, sources: [source] }), issue };
}

async function problems(review: Review) {
  const lookup = await lookUpLocations(repo, env(), locationQuestion(template, review));
  const issue = review.issues.find(({ severity }) => severity === 'high')?.id;
  return find(review, { lookup }).filter(
    ({ id, place }) => id === 'location-missing' && place && 'issue' in place && place.issue === issue,
  );
}
const said = async (version: string) =>
  (await problems(reviewOf(version).review)).map(({ level, message }) => [
    level,
    message.replace(/ at [0-9a-f]{8}$/, ''),
  ]);

test('untouched lines are not spoken of', async () => {
  write([...body, 'more']);
  commit();
  expect(await said('')).toEqual([]);
  expect(await said('v1')).toEqual([]);
});

test('lines that moved are followed by the fix: location, evidence and what is remembered', async () => {
  write([body[0] ?? '', '', 'new', ...body.slice(2)]);
  commit();
  git('tag', 'v2');
  const { review, issue } = reviewOf('v2');
  const [problem, ...others] = await problems(review);
  expect(others).toEqual([]);
  expect(problem?.message).toBe('HIGH-1 has evidence from a.go:4-5, but the lines are a.go:5-6 at v2');
  expect(problem?.fix?.label).toBe('follow to a.go:5-6');
  const followed = (problem?.fix?.actions ?? []).reduce(reduce, review);
  const { answers, sources } = issueById(followed, issue) ?? {};
  expect(answers?.location).toEqual({ value: ['a.go:5-6', 'a.go'] });
  expect(answers?.evidence).toEqual({
    value: { text: '`a.go:5-6` at v2:\n\n```go\nline 1\nline 2\n```', language: null },
  });
  expect(sources?.map((one) => [locationOf(one), one.commit])).toEqual([
    ['a.go:5-6', git('rev-parse', 'v2')],
  ]);
  expect(await problems(followed)).toEqual([]);
});

test('edited, renamed and deleted', async () => {
  write(body.map((line) => (line === 'line 1' ? 'edited' : line)));
  commit();
  expect(await said('')).toEqual([
    ['warning', 'HIGH-1 has evidence from a.go:4-5, but the lines have changed'],
  ]);
  git('reset', '--quiet', '--hard', 'v1');
  renameSync(join(repo, 'a.go'), join(repo, 'b.go'));
  git('add', '.');
  commit();
  expect(await said('')).toContainEqual([
    'warning',
    'HIGH-1 has evidence from a.go:4-5, but the lines are b.go:4-5',
  ]);
  rmSync(join(repo, 'b.go'));
  commit();
  expect((await said('')).at(-1)).toEqual([
    'warning',
    'HIGH-1 has evidence from a.go:4-5, but the file is gone',
  ]);
});

test('what changed only behind the reviewed version is a hint without a fix', async () => {
  write(['new', ...body]);
  commit();
  expect(await said('v1')).toEqual([
    ['hint', 'HIGH-1 has evidence from a.go:4-5, but the lines are a.go:5-6'],
  ]);
  expect((await problems(reviewOf('v1').review))[0]?.fix).toBeUndefined();
});

test('evidence that nothing names any more is not spoken of', async () => {
  write(['new', ...body]);
  commit();
  const { review, issue } = reviewOf('');
  const cleared = reduce(reduce(review, { do: 'answer', at: { issue, field: 'location' }, answer: null }), {
    do: 'answer',
    at: { issue, field: 'evidence' },
    answer: null,
  });
  expect(await problems(cleared)).toEqual([]);
});

/** Two stretches of the same file, taken as evidence of one issue at the first commit. */
function twoStretches() {
  const { review, issue } = reviewOf('');
  const [source] = issueById(review, issue)?.sources ?? [];
  if (!source) throw new Error('no source');
  const other = { ...source, from: 8, to: 8, hash: hashOfLines(body.slice(7, 8)) };
  const at = { issue, field: 'location' } as const;
  const both: Action[] = [
    { do: 'answer', at, answer: { value: ['a.go:4-5', 'a.go:8'] } },
    { do: 'sources', id: issue, sources: [source, other] },
  ];
  return { issue, review: both.reduce(reduce, review) };
}

test('all evidence that moved is followed at once, several stretches of one issue too', async () => {
  const { review, issue } = twoStretches();
  write(['new', ...body]);
  commit();
  const { changed = [] } = (await lookUpLocations(repo, env(), locationQuestion(template, review))) ?? {};
  expect(movedSources(review, changed)).toHaveLength(2);
  const followed = followMoved(review, changed).reduce(reduce, review);
  const { answers, sources } = issueById(followed, issue) ?? {};
  expect(answers?.location).toEqual({ value: ['a.go:5-6', 'a.go:9'] });
  expect(sources?.map(locationOf)).toEqual(['a.go:5-6', 'a.go:9']);
  expect(movedSources(followed, changed)).toEqual([]);
});

test('a file is read once for all that was taken from it', async () => {
  const { review } = twoStretches();
  write(['new', ...body]);
  commit();
  const bin = join(root, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'git'), `#!/bin/sh\necho "$*" >> ${root}/log\nPATH=\${PATH#*:} exec git "$@"\n`, {
    mode: 0o755,
  });
  const { version, taken } = locationQuestion(template, review);
  const counting = { ...env(), PATH: `${bin}:${process.env.PATH}` };
  expect(await changedSources(repo, counting, version, taken)).toHaveLength(2);
  expect(readFileSync(join(root, 'log'), 'utf8').match(/cat-file blob/g)).toHaveLength(1);
});
