import { execFile } from 'node:child_process';
import { type Environment, gitIn } from '../git.ts';
import { type ReviewedCommit, reviewedCommit } from './reviewed-commit.ts';

/** The commit that a version names, and its files as `filesAt` gives them; null without any. */
export async function trackedFiles(
  repository: string,
  env: Environment,
  version: string,
): Promise<{ commit: ReviewedCommit; tracked: string[] } | null> {
  const commit = await reviewedCommit(repository, env, version);
  const tracked = commit ? await filesAt(repository, env, commit.id) : [];
  return commit && tracked.length > 0 ? { commit, tracked } : null;
}

/** The files of a commit, with forward slashes from its top, sorted; none where git cannot list them. */
export function filesAt(repository: string, env: Environment, commit: string): Promise<string[]> {
  const { args, options } = gitIn(repository, env, [
    'ls-tree',
    '-r',
    '-z',
    '--name-only',
    '--full-tree',
    commit,
  ]);
  return new Promise((resolve) => {
    execFile('git', args, { ...options, timeout: 5000, maxBuffer: 64 << 20 }, (error, said) =>
      resolve(error ? [] : said.split('\0').filter((path) => path !== '')),
    );
  });
}
