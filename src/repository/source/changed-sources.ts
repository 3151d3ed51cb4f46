import type { ChangedSource } from '../../checks/facts.ts';
import type { Source, WhereNow } from '../../review/sources.ts';
import { type Environment, runGit } from '../git.ts';
import { readSource } from './read-source.ts';
import { type ReviewedCommit, reviewedCommit } from './reviewed-commit.ts';
import { whereNow } from './where-now.ts';

/** Lines that were taken as evidence of an issue. */
export interface TakenSource {
  issue: string;
  source: Source;
}

/**
 * What has become of evidence: at the commit that the version names, and where it is the same there, at the one that is
 * checked out. Nothing is said of what is the same at both.
 */
export async function changedSources(
  repository: string,
  env: Environment,
  version: string,
  taken: readonly TakenSource[],
): Promise<ChangedSource[]> {
  if (taken.length === 0) return [];
  const [reviewed, head] = await Promise.all([
    reviewedCommit(repository, env, version),
    reviewedCommit(repository, env, ''),
  ]);
  if (!reviewed || !head) return [];
  const found: ChangedSource[] = [];
  for (const { issue, source } of taken) {
    const now = await at(repository, env, reviewed, source);
    if (now.is !== 'same') found.push({ issue, source, now, commit: reviewed, reviewed: true });
    else if (head.id !== reviewed.id) {
      const later = await at(repository, env, head, source);
      if (later.is !== 'same') found.push({ issue, source, now: later, commit: head, reviewed: false });
    }
  }
  return found;
}

async function at(
  repository: string,
  env: Environment,
  { id }: ReviewedCommit,
  source: Source,
): Promise<WhereNow> {
  if (id === source.commit) return { is: 'same' };
  const there = await readSource(repository, env, id, source.path);
  if ('lines' in there) return whereNow(source, { path: source.path, lines: there.lines });
  if (!there.missing) return whereNow(source, { path: source.path, lines: null });
  const path = await renamed(repository, env, source, id);
  if (path === null) return whereNow(source, null);
  const read = await readSource(repository, env, id, path);
  return whereNow(source, { path, lines: 'lines' in read ? read.lines : null });
}

/** The path that a file has got since the commit of a source; null when git finds none like it. */
async function renamed(
  repository: string,
  env: Environment,
  { commit, path }: Source,
  now: string,
): Promise<string | null> {
  const only = ['--diff-filter=R', '--name-status', '--no-ext-diff', '--no-textconv'];
  const said = await runGit(repository, env, 'diff-tree', '-r', '-z', '-M', ...only, commit, now);
  const parts = said?.split('\0') ?? [];
  for (let next = 0; next + 2 < parts.length; next += 3)
    if (parts[next + 1] === path) return parts[next + 2] ?? null;
  return null;
}
