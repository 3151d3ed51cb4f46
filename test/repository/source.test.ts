import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locationQuestion, lookUpLocations } from '../../src/repository/look-up-locations.ts';
import { findLines } from '../../src/repository/source/find-lines.ts';
import { languageOf } from '../../src/repository/source/language.ts';
import { lastChange } from '../../src/repository/source/last-change.ts';
import { readSource } from '../../src/repository/source/read-source.ts';
import { reviewedCommit } from '../../src/repository/source/reviewed-commit.ts';
import { trackedFiles } from '../../src/repository/source/tracked-files.ts';
import { answered, template, withIssue } from '../checks/sound.ts';
import { gitRepo } from './git-repo.ts';

const { root, repo, env, git } = gitRepo('sanctum-source-');
let first: string;
const read = (path: string, commit = first) => readSource(repo, env, commit, path);

beforeAll(() => {
  mkdirSync(join(repo, 'src'));
  writeFileSync(join(repo, 'src/a.go'), 'package a\r\n\r\nfunc A() {}\r\n');
  writeFileSync(join(repo, 'src/big.txt'), 'x'.repeat((1 << 20) + 1));
  writeFileSync(join(repo, 'src/logo.png'), Buffer.from([0x89, 0x50, 0, 1]));
  writeFileSync(join(repo, 'src/old.txt'), Buffer.from('caf\xe9\n', 'latin1'));
  writeFileSync(join(repo, 'src/none.txt'), '');
  writeFileSync(join(repo, 'src/lfs.bin'), 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n');
  writeFileSync(join(repo, 'src/[x].go'), 'package x\n');
  writeFileSync(join(root, 'secret.txt'), 'outside\n');
  symlinkSync('../../secret.txt', join(repo, 'src/link'));
  git('add', '.');
  git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},vendor/lib`);
  git('commit', '--quiet', '-m', 'first');
  git('tag', 'v1');
  first = git('rev-parse', 'HEAD');
  writeFileSync(join(repo, 'src/a.go'), 'package a\n\nfunc B() {}\n');
  git('-c', 'user.name=Grace', 'commit', '--quiet', '-am', 'second');
  writeFileSync(join(repo, 'src/a.go'), 'not committed\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a file is read as it is at the commit, whatever the work tree has', async () => {
  expect(await read('src/a.go')).toEqual({ lines: ['package a', '', 'func A() {}'] });
  expect(await read('src/a.go', git('rev-parse', 'HEAD'))).toEqual({
    lines: ['package a', '', 'func B() {}'],
  });
  expect(await read('src/[x].go')).toEqual({ lines: ['package x'] });
});

test.each([
  ['src/big.txt', 'It has 2 MiB, more than can be shown'],
  ['src/logo.png', 'It is a binary file'],
  ['src/old.txt', 'It is not UTF-8 text'],
  ['src/none.txt', 'It is empty'],
  ['src/lfs.bin', 'Its content is in Git LFS, not in the repository'],
  ['src/link', 'It is a symbolic link, which is not followed'],
  ['src/', 'It is a folder: name a file in it'],
  ['vendor/lib', 'It is a submodule: its files are in another repository'],
  ['src/gone.go', 'There is no such file at '],
  ['../secret.txt', 'There is no such file at '],
  ['src/*', 'There is no such file at '],
])('what cannot be shown is said: %s', async (path, words) => {
  const said = await read(path);
  expect('refused' in said && said.refused).toContain(words);
});

test('the reviewed commit is the one that the version names, else the one that is checked out', async () => {
  expect(await reviewedCommit(repo, env, 'v1')).toEqual({ id: first, name: 'v1', known: true });
  const head = git('rev-parse', 'HEAD');
  expect(await reviewedCommit(repo, env, '')).toEqual({ id: head, name: head.slice(0, 8), known: true });
  expect(await reviewedCommit(root, env, 'v1')).toBeNull();
});

test('the last change of lines has its author and the number of commits', async () => {
  const head = git('rev-parse', 'HEAD');
  const changed = await lastChange(repo, env, head, { path: 'src/[x].go', from: 1, to: 1 });
  expect(changed).toMatchObject({ author: 'Ada Park', commits: 1 });
  const all = await lastChange(repo, env, head, { path: 'src/a.go', from: 1, to: 3 });
  expect(all).toMatchObject({ author: 'Grace', commits: 1 });
  expect(await lastChange(repo, env, head, { path: 'src/a.go', from: 90, to: 99 })).toBeNull();
});

test.each([
  ['a/b.go', 'go'],
  ['Dockerfile.prod', 'dockerfile'],
  ['Makefile', 'makefile'],
  ['web/App.TSX', 'tsx'],
  ['x.constructor', ''],
  ['LICENSE', ''],
])('the language of %s is "%s"', (path, language) => expect(languageOf(path)).toBe(language));

test('the tracked files are those of the reviewed commit', async () => {
  const found = await trackedFiles(repo, env, 'v1');
  expect(found?.commit.id).toBe(first);
  expect(found?.tracked).toContain('src/[x].go');
  expect(await trackedFiles(root, env, 'v1')).toBeNull();
});

describe('a word in the tracked files', () => {
  const find = async (words: string) => {
    const found = await findLines(repo, env, first, words);
    return found && [found.lines.map(({ path, line, text }) => `${path}:${line} ${text}`), found.more];
  };

  test('is found at the commit, letter for letter, with its capitals where it has any', async () => {
    expect(await find('func a()')).toEqual([['src/a.go:3 func A() {}\r'], false]);
    expect(await find('func a')).not.toEqual(await find('func B'));
    expect(await find('FUNC A')).toEqual([[], false]);
    expect(await find('not committed'), 'the work tree is not looked at').toEqual([[], false]);
    expect(await find('A.*{'), 'no pattern').toEqual([[], false]);
    expect(await find('--output=x'), 'no option').toEqual([[], false]);
  });

  test('is not looked for in binary files, links or elsewhere, and nothing of the repository is run', async () => {
    git('config', 'diff.ran.textconv', `touch ${root}/ran; cat`);
    git('config', 'core.attributesFile', join(root, 'attributes'));
    writeFileSync(join(root, 'attributes'), '*.go diff=ran filter=ran\n');
    expect(await find('secret')).toEqual([[], false]);
    expect(await find('package x')).toEqual([['src/[x].go:1 package x'], false]);
    expect(existsSync(join(root, 'ran'))).toBe(false);
    expect(await findLines(root, env, first, 'package')).toBeNull();
  });

  test('stops where there are too many', async () => {
    writeFileSync(join(repo, 'many.txt'), 'same\n'.repeat(1001));
    git('add', 'many.txt');
    git('commit', '--quiet', '-m', 'many', '--', 'many.txt');
    const found = await findLines(repo, env, git('rev-parse', 'HEAD'), 'same');
    expect([found?.lines.length, found?.more]).toEqual([1000, true]);
  });
});

test('a bare and a shallow clone give what they have, and say what they do not', async () => {
  const clone = (name: string, ...how: string[]) => {
    git('clone', '--quiet', ...how, `file://${repo}`, join(root, name));
    return join(root, name);
  };
  const [bare, shallow] = [clone('bare.git', '--bare'), clone('shallow', '--depth=1')];
  const head = git('rev-parse', 'HEAD');
  const text = { lines: ['package a', '', 'func B() {}'] };
  expect(await readSource(bare, env, head, 'src/a.go')).toEqual(text);
  expect(await readSource(shallow, env, head, 'src/a.go')).toEqual(text);
  expect(await readSource(shallow, env, first, 'src/a.go')).toMatchObject({ missing: true });
  const review = answered({ version: '' }, withIssue('high', { location: ['src/a.go:3', 'src/gone.go'] }));
  const lookup = await lookUpLocations(bare, env, locationQuestion(template, review));
  const ours = lookup?.lost.map(({ text }) => text).filter((text) => /a\.go|gone/.test(text));
  expect(ours, 'a bare repository has files in its commits only').toEqual(['src/gone.go']);
});
