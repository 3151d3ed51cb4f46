import { cleanLine } from '../../text/clean.ts';
import { type Environment, runGit } from '../git.ts';

/** Who changed lines last, and when. */
export interface LastChange {
  author: string;
  /** YYYY-MM-DD. */
  date: string;
  /** How many commits the lines are from. */
  commits: number;
}

/** The last change of lines as of a commit, from git's objects only; null where git cannot tell within two seconds. */
export async function lastChange(
  repository: string,
  env: Environment,
  commit: string,
  { path, from, to }: { path: string; from: number; to: number },
): Promise<LastChange | null> {
  const range = ['-L', `${from},${to}`, commit, '--', path];
  const said = await runGit(repository, env, 'blame', '--line-porcelain', '--no-textconv', ...range);
  if (said === null) return null;
  const commits = new Set<string>();
  let author = '';
  let latest = { time: 0, author: '' };
  for (const line of said.split('\n')) {
    // The text of a line stands behind a tab.
    if (line.startsWith('author ')) author = line.slice('author '.length);
    else if (line.startsWith('author-time ')) {
      const time = Number(line.slice('author-time '.length));
      if (time > latest.time) latest = { time, author };
    } else if (/^[0-9a-f]{40,64} \d+ \d+/.test(line)) commits.add(line.slice(0, line.indexOf(' ')));
  }
  if (latest.time === 0) return null;
  const date = new Date(latest.time * 1000).toISOString().slice(0, 10);
  return { author: cleanLine(latest.author), date, commits: commits.size };
}
