import { execFileSync } from 'node:child_process';

/**
 * Returns the commit that a checkout is at, as git abbreviates it, with `-dirty` behind it where files were changed;
 * empty where the folder is no checkout.
 */
export function commitOf(root: string): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }).trim();
  try {
    // Unpacked inside of another repository, it would be that one's commit.
    return git('rev-parse', '--show-prefix') === ''
      ? git('describe', '--always', '--dirty', '--exclude=*')
      : '';
  } catch {
    return '';
  }
}
