import { execFile } from 'node:child_process';
import { cleanLine } from '../text/clean.ts';

export type Environment = Record<string, string | undefined>;

/**
 * Nothing that a repository's own settings name is run (hooks, a file system monitor, a pager; for filters see
 * `isWorkTreeChanged`), nothing is fetched, asked for or locked.
 */
const harmless = ['--no-pager', '-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'];
const quiet: Environment = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  LC_ALL: 'C',
};

/** What would make git look at another repository than the one around the folder. */
const misleading = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
];

/** How git is to be run in a folder, by `execFile` or `spawn`: never by a shell. */
export function gitIn(folder: string, env: Environment, args: string[]) {
  const rest = Object.fromEntries(Object.entries(env).filter(([name]) => !misleading.includes(name)));
  return {
    args: [...harmless, ...args],
    options: { cwd: folder, env: { ...rest, ...quiet }, windowsHide: true },
  };
}

/** What git says; null when it fails in any way, says more than 8 MiB or takes longer than two seconds. */
export function runGit(folder: string, env: Environment, ...words: string[]): Promise<string | null> {
  const { args, options } = gitIn(folder, env, words);
  return new Promise((resolve) => {
    try {
      execFile('git', args, { ...options, timeout: 2000, maxBuffer: 8 << 20 }, (error, said) =>
        resolve(error ? null : said),
      );
    } catch {
      resolve(null);
    }
  });
}

/** The first line that git says, made harmless; null when there is none. */
export async function askGit(folder: string, env: Environment, ...args: string[]): Promise<string | null> {
  const said = await runGit(folder, env, ...args);
  return cleanLine(said?.split('\n')[0] ?? '').trim() || null;
}

/** The top folder of the repository around a folder; null when there is none. */
export function repositoryOf(folder: string, env: Environment): Promise<string | null> {
  return askGit(folder, env, 'rev-parse', '--show-toplevel');
}

/** Who reviews, as git would sign it. */
export function reviewerOf(folder: string, env: Environment): Promise<string | null> {
  return askGit(folder, env, 'config', '--get', 'user.name');
}
