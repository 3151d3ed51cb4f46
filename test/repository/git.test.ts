import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newestReport } from '../../src/repository/newest-report.ts';
import { localDate, suggestions } from '../../src/repository/suggestions.ts';

let root: string;
let repo: string;
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

test('a repository suggests reviewer, version with branch, date and previous report', async () => {
  commit();
  report('2026-01-31-deployment-readiness.md');
  writeFileSync(join(repo, 'main.go'), 'package main // changed\n');
  expect(await suggestions(join(repo, 'backend'), env())).toEqual({
    repository: repo,
    reviewer: 'Ada Park',
    authors: ['Ada Park'],
    version: 'v1.4.2-dirty (main)',
    previousReview: 'docs/reports/2026-01-31-deployment-readiness.md',
  });
});

test('a detached head has no branch', async () => {
  commit();
  git('checkout', '--quiet', '--detach');
  expect(await suggestions(repo, env())).toMatchObject({ version: 'v1.4.2' });
});

test('without a repository, without a commit, without git: less, and no error', async () => {
  expect(await suggestions(repo, env())).toEqual({});
  git('init', '--quiet');
  expect(await suggestions(repo, env())).toEqual({ repository: repo });
  expect(await suggestions(repo, { PATH: '/nowhere' })).toEqual({});
  expect(await suggestions(join(root, 'gone'), env())).toEqual({});
});

test('another repository in the environment is not looked at', async () => {
  commit();
  const other = join(root, 'other');
  mkdirSync(other);
  expect(await suggestions(other, { ...env(), GIT_DIR: join(repo, '.git') })).toEqual({});
});

/** All that a repository's settings can name to be run when somebody only looks. */
const traps = [
  'core.fsmonitor',
  'core.pager',
  'core.editor',
  'core.sshCommand',
  'core.askPass',
  'core.gitProxy',
  'core.alternateRefsCommand',
  'sequence.editor',
  'diff.external',
  'diff.trap.command',
  'diff.trap.textconv',
  'filter.trap.clean',
  'filter.trap.smudge',
  'filter.trap2.process',
  'merge.trap.driver',
  'interactive.diffFilter',
  'gpg.program',
  'gpg.ssh.program',
  'credential.helper',
  'uploadpack.packObjectsHook',
  'pager.describe',
  'pager.config',
  'pager.rev-parse',
  'alias.describe',
  'alias.rev-parse',
  'trailer.x.command',
];

/** A script that tells of its being run. */
function trap(): { script: string; sprung: () => string } {
  const script = join(root, 'trap.sh');
  const log = join(root, 'sprung');
  writeFileSync(script, `#!/bin/sh\necho "$0 $*" >> '${log}'\ncat\n`, { mode: 0o755 });
  return { script, sprung: () => (existsSync(log) ? readFileSync(log, 'utf8') : '') };
}

function lay(script: string, where = '.git'): void {
  for (const name of traps) git('config', '--file', join(where, 'config'), name, `${script} ${name}`);
  git('config', '--file', join(where, 'config'), 'filter.trap.required', 'true');
  mkdirSync(join(repo, where, 'info'), { recursive: true });
  writeFileSync(
    join(repo, where, 'info/attributes'),
    '* filter=trap diff=trap merge=trap\n*.md filter=trap2\n',
  );
  mkdirSync(join(repo, where, 'hooks'), { recursive: true });
  for (const hook of ['post-index-change', 'fsmonitor-watchman', 'post-checkout', 'reference-transaction'])
    writeFileSync(join(repo, where, 'hooks', hook), `#!/bin/sh\n${script} ${hook}\n`, { mode: 0o755 });
}

/** What git thinks it knows of a file is wrong, so that it looks into it. */
function touch(...names: string[]): void {
  for (const name of names) utimesSync(join(repo, name), new Date(0), new Date(0));
}

test('nothing that the repository names is run', async () => {
  commit();
  const { script, sprung } = trap();
  lay(script);
  touch('main.go');
  expect(await suggestions(repo, env())).toMatchObject({
    version: 'v1.4.2 (main)',
    reviewer: 'Ada Park',
  });
  writeFileSync(join(repo, 'main.go'), 'package other\n');
  expect(await suggestions(repo, env())).toMatchObject({ version: 'v1.4.2-dirty (main)' });
  expect(sprung()).toBe('');
  // They are traps: one that does not take care steps into them.
  writeFileSync(join(repo, 'main.go'), 'package main\n');
  touch('main.go');
  git('-c', 'core.fsmonitor=false', 'describe', '--tags', '--dirty');
  expect(sprung()).toContain('filter.trap.clean');
  git('describe', '--tags', '--dirty');
  expect(sprung()).toContain('core.fsmonitor');
});

test('nor what its submodules name, or a file that its settings include', async () => {
  commit();
  const { script, sprung } = trap();
  const part = join(root, 'part');
  git('init', '--quiet', part);
  writeFileSync(join(part, 'part.go'), 'package part\n');
  for (const args of [
    ['add', '.'],
    ['-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '--quiet', '-m', 'first'],
  ])
    git('-C', part, ...args);
  git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', part, 'part');
  git('commit', '--quiet', '-m', 'with a part');
  lay(script, '.git/modules/part');
  const included = join(repo, '.git/more');
  writeFileSync(included, `[core]\n\tfsmonitor = ${script}\n[filter "more"]\n\tclean = ${script} included\n`);
  git('config', 'include.path', included);
  git('config', `includeIf.gitdir:${root}/.path`, included);
  writeFileSync(join(repo, '.git/info/attributes'), '* filter=more\n');
  touch('main.go', 'part/part.go');
  expect((await suggestions(repo, env())).version).toMatch(/^v1\.4\.2-1-g[0-9a-f]+ \(main\)$/);
  expect(sprung()).toBe('');
});

test('a filter of a name that cannot be switched off is not run either', async () => {
  commit();
  const { script, sprung } = trap();
  git('config', 'filter.a=b.clean', script);
  writeFileSync(join(repo, '.git/info/attributes'), '* filter=a=b\n');
  touch('main.go');
  expect(await suggestions(repo, env())).toMatchObject({ version: 'v1.4.2 (main)' });
  expect(sprung()).toBe('');
});

test('however long the settings are, no filter of theirs is run', async () => {
  commit();
  const { script, sprung } = trap();
  const many = Array.from(
    { length: 20_000 },
    (_, at) => `[filter "padding-${at}"]\n\tclean = ${script} ${at}\n`,
  );
  appendFileSync(join(repo, '.git/config'), many.join(''));
  writeFileSync(join(repo, '.git/info/attributes'), '* filter=padding-19999\n');
  touch('main.go');
  expect(await suggestions(repo, env())).toMatchObject({ version: 'v1.4.2 (main)' });
  writeFileSync(join(repo, 'main.go'), 'package other\n');
  expect(await suggestions(repo, env())).toMatchObject({ version: 'v1.4.2-dirty (main)' });
  expect(sprung()).toBe('');
});

test('a touched file is compared as git would: other line ends and large files are no change', async () => {
  commit();
  writeFileSync(join(repo, 'main.go'), 'package main\r\n');
  expect(await suggestions(repo, env())).toMatchObject({ version: 'v1.4.2 (main)' });
  writeFileSync(join(repo, '.git/info/attributes'), '* filter=lfs\n');
  writeFileSync(join(repo, 'main.go'), 'the large file itself\n');
  expect(await suggestions(repo, env())).toMatchObject({ version: 'v1.4.2 (main)' });
});

test.each([
  ['deleted', () => rmSync(join(repo, 'main.go'))],
  [
    'staged',
    () => {
      writeFileSync(join(repo, 'new.go'), 'package main\n');
      git('add', 'new.go');
    },
  ],
  ['executable now', () => chmodSync(join(repo, 'main.go'), 0o755)],
])('a file that is %s is a change', async (_, change) => {
  commit();
  change();
  expect(await suggestions(repo, env())).toMatchObject({ version: 'v1.4.2-dirty (main)' });
});

test('what the branch, the tag and the name hold is one harmless line', async () => {
  commit();
  const odd = 'x\u202eevil\u2066\u200b\u009b31m';
  git('checkout', '--quiet', '-b', odd);
  git('config', 'user.name', `Ada\u001b]52;c;UFdORUQ=\u0007 ${odd}\n\tPark`);
  const { version, reviewer } = await suggestions(repo, env());
  expect(version).toContain('(x');
  expect(`${version}${reviewer}`).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
});

test('control characters in a name do not come through', async () => {
  commit();
  git('config', 'user.name', 'Ada\u001b[31m Park');
  expect(await suggestions(repo, env())).toMatchObject({ reviewer: 'Ada Park' });
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

test('the authors of a repository are known once each', async () => {
  commit();
  git('commit', '--quiet', '--allow-empty', '--author', 'Grace Hopper <g@example.org>', '--message', 'One');
  const { authors } = await suggestions(repo, env());
  expect(authors?.toSorted()).toEqual(['Ada Park', 'Grace Hopper']);
});
