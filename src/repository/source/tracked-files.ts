import { execFile } from 'node:child_process';
import { type Environment, gitIn } from '../git.ts';
import { reviewedCommit } from './reviewed-commit.ts';

/** The files of the commit that a version names, as `filesAt` gives them; null without a commit. */
export async function trackedFiles(
  repository: string,
  env: Environment,
  version: string,
): Promise<string[] | null> {
  const commit = await reviewedCommit(repository, env, version);
  return commit && filesAt(repository, env, commit.id);
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
