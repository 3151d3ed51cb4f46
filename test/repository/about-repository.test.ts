import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { aboutRepository } from '../../src/repository/about-repository.ts';

const env = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', HOME: '/nonexistent' };
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'about-'));
  folders.push(made);
  return made;
}

test('says the name, branch, version, whether it is changed, and its reports, the newest first', async () => {
  const top = folder();
  const git = (...args: string[]) => execFileSync('git', args, { cwd: top, env, stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Ada');
  git('config', 'user.email', 'ada@example.org');
  mkdirSync(join(top, 'docs', 'reports'), { recursive: true });
  for (const day of ['2025-11-01', '2026-02-13'])
    writeFileSync(join(top, 'docs', 'reports', `${day}-a.md`), '# A');
  git('add', '.');
  git('commit', '--quiet', '--message', 'Begin');
  git('tag', 'v1.4.2');
  const about = await aboutRepository(join(top, 'docs'), env);
  expect(about).toMatchObject({ name: basename(top), branch: 'main', version: 'v1.4.2', changed: false });
  expect(about.reports).toEqual(['docs/reports/2026-02-13-a.md', 'docs/reports/2025-11-01-a.md']);
  writeFileSync(join(top, 'docs', 'reports', '2025-11-01-a.md'), '# Another');
  expect((await aboutRepository(top, env)).changed).toBe(true);
});

test('without a repository there is no name, and the reports of the folder', async () => {
  const top = folder();
  expect(await aboutRepository(top, { ...env, GIT_CEILING_DIRECTORIES: tmpdir() })).toEqual({
    top,
    name: null,
    branch: null,
    version: null,
    changed: null,
    reports: [],
  });
});
