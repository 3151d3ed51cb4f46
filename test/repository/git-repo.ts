import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty repository in a folder of its own, `root`, which is the home folder too; nothing of the machine's settings. */
export function gitRepo(name: string, more: Record<string, string> = {}) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), name)));
  const repo = join(root, 'app');
  mkdirSync(repo);
  const env = { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1', ...more };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: repo, env, encoding: 'utf8', stdio: 'pipe' }).trim();
  git('init', '--quiet', '--initial-branch=main', '--template=');
  git('config', 'user.name', 'Ada Park');
  git('config', 'user.email', 'ada@example.org');
  return { root, repo, env, git };
}
