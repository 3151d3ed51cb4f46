import { execFile } from 'node:child_process';
import { clean, oneLine } from '../text/clean.ts';

export type Environment = Record<string, string | undefined>;

/**
 * Nothing that a repository's own settings name is run (hooks, a file system monitor, a pager; for filters see
 * `isChanged`), nothing is fetched, asked for or locked.
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

/** What git says; null when it fails in any way or takes longer than two seconds. */
function runGit(folder: string, env: Environment, ...words: string[]): Promise<string | null> {
  const { args, options } = gitIn(folder, env, words);
  return new Promise((resolve) => {
    try {
      execFile('git', args, { ...options, timeout: 2000 }, (error, said) => resolve(error ? null : said));
    } catch {
      resolve(null);
    }
  });
}

/** The first line that git says, made harmless; null when there is none. */
async function askGit(folder: string, env: Environment, ...args: string[]): Promise<string | null> {
  const said = await runGit(folder, env, ...args);
  return oneLine(clean(said?.split('\n')[0] ?? '').text).text.trim() || null;
}

/** The top folder of the repository around a folder; null when there is none. */
export function repositoryOf(folder: string, env: Environment): Promise<string | null> {
  return askGit(folder, env, 'rev-parse', '--show-toplevel');
}

/** Who reviews, as git would sign it. */
export function reviewerOf(folder: string, env: Environment): Promise<string | null> {
  return askGit(folder, env, 'config', '--get', 'user.name');
}

/** The version in the work tree, with its branch: "v1.4.2-3-g3f2a9c1 (main)"; null before the first commit. */
export async function versionOf(folder: string, env: Environment): Promise<string | null> {
  const [version, branch, changed] = await Promise.all([
    askGit(folder, env, 'describe', '--tags', '--always'),
    askGit(folder, env, 'symbolic-ref', '--quiet', '--short', 'HEAD'),
    isChanged(folder, env),
  ]);
  const dirty = version && changed ? `${version}-dirty` : version;
  return dirty && branch ? `${dirty} (${branch})` : dirty;
}

/**
 * Whether a file that git knows differs from the commit. `describe --dirty` would run the filters that the repository's
 * own settings name, and those of its submodules; the reviewer's own (as for large files) are run as ever. Not told
 * (false) where comparing takes too long.
 */
async function isChanged(folder: string, env: Environment): Promise<boolean> {
  const named = ['--show-scope', '--null', '--name-only', '--get-regexp', '^filter\\.'];
  const filters = (await runGit(folder, env, 'config', ...named)) ?? '';
  const parts = filters.split('\0');
  const theirs = parts.flatMap((scope, at) => {
    if (at % 2 === 1 || (scope !== 'local' && scope !== 'worktree')) return [];
    return (parts[at + 1] ?? '').replace(/^filter\.|\.[^.]*$/g, '');
  });
  // `-c` takes a name up to the first "=": such a filter cannot be switched off.
  if (theirs.some((name) => name.includes('='))) return false;
  const off = [...new Set(theirs)].flatMap((name) =>
    ['clean=', 'smudge=', 'process=', 'required=false'].flatMap((set) => ['-c', `filter.${name}.${set}`]),
  );
  const status = [
    'status',
    '--porcelain',
    '--untracked-files=no',
    '--ignore-submodules=dirty',
    '--no-renames',
  ];
  return Boolean(await runGit(folder, env, ...off, ...status));
}
