import type { ChangedSource } from '../../checks/facts.ts';
import type { Source, WhereNow } from '../../review/evidence/sources.ts';
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
  const at = lookerIn(repository, env);
  const found: ChangedSource[] = [];
  for (const { issue, source } of taken) {
    const now = await at(reviewed, source);
    if (now.is !== 'same') found.push({ issue, source, now, commit: reviewed, reviewed: true });
    else if (head.id !== reviewed.id) {
      const later = await at(head, source);
      if (later.is !== 'same') found.push({ issue, source, now: later, commit: head, reviewed: false });
    }
  }
  return found;
}

/** Tells where sources are at a commit. Each file is read once, and git compares two commits once, for all of them. */
function lookerIn(repository: string, env: Environment) {
  const read = remembered((commit: string, path: string) => readSource(repository, env, commit, path));
  const renames = remembered((before: string, now: string) => renamesBetween(repository, env, before, now));
  return async ({ id }: ReviewedCommit, source: Source): Promise<WhereNow> => {
    if (id === source.commit) return { is: 'same' };
    const there = await read(id, source.path);
    if ('lines' in there) return whereNow(source, { path: source.path, lines: there.lines });
    if (!there.missing) return whereNow(source, { path: source.path, lines: null });
    const path = (await renames(source.commit, id)).get(source.path);
    if (path === undefined) return whereNow(source, null);
    const text = await read(id, path);
    return whereNow(source, { path, lines: 'lines' in text ? text.lines : null });
  };
}

function remembered<Made>(make: (one: string, other: string) => Promise<Made>): typeof make {
  const known = new Map<string, Promise<Made>>();
  return (one, other) => {
    const key = `${one}\0${other}`;
    const made = known.get(key) ?? make(one, other);
    known.set(key, made);
    return made;
  };
}

/** The files that have another path since a commit: their paths then and now. None where git cannot tell. */
async function renamesBetween(
  repository: string,
  env: Environment,
  before: string,
  now: string,
): Promise<Map<string, string>> {
  const only = ['--diff-filter=R', '--name-status', '--no-ext-diff', '--no-textconv'];
  const said = await runGit(repository, env, 'diff-tree', '-r', '-z', '-M', ...only, before, now);
  const parts = said?.split('\0') ?? [];
  const renames = new Map<string, string>();
  for (let next = 0; next + 2 < parts.length; next += 3)
    renames.set(parts[next + 1] ?? '', parts[next + 2] ?? '');
  return renames;
}
