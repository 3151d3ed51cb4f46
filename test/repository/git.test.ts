import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newestReport } from '../../src/repository/reports.ts';
import { localDate, suggestions } from '../../src/repository/suggestions.ts';

let root: string;
let repo: string;
const now = new Date('2026-02-13T23:30:00Z');
const env = () => ({ PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' });
const git = (...args: string[]) => execFileSync('git', args, { cwd: repo, env: env(), stdio: 'pipe' });

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'sanctum-git-')));
  repo = join(root, 'sanctum');
  mkdirSync(join(repo, 'backend'), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function commit() {
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ada Park');
  git('config', 'user.email', 'ada@example.org');
  writeFileSync(join(repo, 'main.go'), 'package main\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'first');
  git('tag', 'v1.4.2');
}
const report = (name: string) => {
  mkdirSync(join(repo, 'docs/reports'), { recursive: true });
  writeFileSync(join(repo, 'docs/reports', name), '# report\n');
};

test('a repository suggests reviewer, version with branch, date and earlier report', async () => {
  commit();
  report('2026-01-31-deployment-readiness.md');
  writeFileSync(join(repo, 'main.go'), 'package main // changed\n');
  expect(await suggestions(join(repo, 'backend'), now, env())).toEqual({
    repository: repo,
    reviewer: 'Ada Park',
    version: 'v1.4.2-dirty (main)',
    today: '2026-02-14',
    previousReview: 'docs/reports/2026-01-31-deployment-readiness.md',
  });
});

test('a detached head has no branch', async () => {
  commit();
  git('checkout', '--quiet', '--detach');
  expect(await suggestions(repo, now, env())).toMatchObject({ version: 'v1.4.2' });
});

test('without a repository, without a commit, without git: less, and no error', async () => {
  expect(await suggestions(repo, now, env())).toEqual({ today: '2026-02-14' });
  git('init', '--quiet');
  expect(await suggestions(repo, now, env())).toEqual({ today: '2026-02-14', repository: repo });
  expect(await suggestions(repo, now, { PATH: '/nowhere' })).toEqual({ today: '2026-02-14' });
  expect(await suggestions(join(root, 'gone'), now, env())).toEqual({ today: '2026-02-14' });
});

test('another repository in the environment is not looked at', async () => {
  commit();
  const other = join(root, 'other');
  mkdirSync(other);
  expect(await suggestions(other, now, { ...env(), GIT_DIR: join(repo, '.git') })).toEqual({
    today: '2026-02-14',
  });
});

test('nothing that the repository names is run', async () => {
  commit();
  const trap = join(root, 'trap.sh');
  writeFileSync(trap, `#!/bin/sh\ntouch ${join(root, 'sprung')}\n`, { mode: 0o755 });
  git('config', 'core.fsmonitor', trap);
  git('config', 'core.pager', trap);
  mkdirSync(join(repo, '.git/hooks'), { recursive: true });
  writeFileSync(join(repo, '.git/hooks/post-index-change'), `#!/bin/sh\n${trap}\n`, { mode: 0o755 });
  await suggestions(repo, now, env());
  expect(existsSync(join(root, 'sprung'))).toBe(false);
});

test('control characters in a name do not come through', async () => {
  commit();
  git('config', 'user.name', 'Ada\u001b[31m Park');
  expect(await suggestions(repo, now, env())).toMatchObject({ reviewer: 'Ada Park' });
});

test('the newest report goes by the date in its name, else by its last change', () => {
  expect(newestReport(repo)).toBeNull();
  for (const name of ['2026-01-31-b.md', 'review-2026-02-12.md', '2025-12-31-z.md', 'README.md', 'x.txt']) {
    report(name);
  }
  expect(newestReport(repo)).toBe('docs/reports/review-2026-02-12.md');
  report('undated.md');
  const changed = new Date('2026-02-13T10:00:00Z');
  utimesSync(join(repo, 'docs/reports/undated.md'), changed, changed);
  expect(newestReport(repo)).toBe('docs/reports/undated.md');
});

test('the date is the one where the reviewer is', () => {
  expect(localDate(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
});
