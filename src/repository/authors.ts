import { cleanLine } from '../text/clean.ts';
import { type Environment, runGit } from './git.ts';

/** So many commits say who works on a repository now. */
const recent = 1000;

/** Who wrote the newest commits of a repository, whoever wrote most of them first; nobody where git cannot say. */
export async function authorsOf(folder: string, env: Environment): Promise<string[]> {
  const said = await runGit(
    folder,
    env,
    'log',
    `--max-count=${recent}`,
    '--format=%aN',
    '--no-show-signature',
  );
  const counts = new Map<string, number>();
  for (const line of said?.split('\n') ?? []) {
    const name = cleanLine(line).trim();
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].toSorted(([, some], [, others]) => others - some).map(([name]) => name);
}
