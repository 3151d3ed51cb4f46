import { basename } from 'node:path';
import { isWorkTreeChanged } from './changed-files.ts';
import { askGit, type Environment, repositoryOf } from './git.ts';
import { reportsIn } from './newest-report.ts';

/** What there is to say of the repository around a folder. */
export interface AboutRepository {
  /** Its top folder; the folder itself where there is no repository. */
  top: string;
  /** Null where there is no repository. */
  name: string | null;
  branch: string | null;
  /** As `git describe` says it; null before the first commit. */
  version: string | null;
  /** Whether a file that git knows differs from the commit; null where that cannot be told. */
  changed: boolean | null;
  /** Its reports as paths from the top, the newest first. */
  reports: string[];
}

/** Asks git for what is in its objects and its index only, as `isWorkTreeChanged` does. */
export async function aboutRepository(folder: string, env: Environment): Promise<AboutRepository> {
  const repository = await repositoryOf(folder, env);
  const top = repository ?? folder;
  const reports = reportsIn(top);
  if (repository === null) return { top, name: null, branch: null, version: null, changed: null, reports };
  const [branch, version, changed] = await Promise.all([
    askGit(top, env, 'symbolic-ref', '--quiet', '--short', 'HEAD'),
    askGit(top, env, 'describe', '--tags', '--always'),
    isWorkTreeChanged(top, env),
  ]);
  return { top, name: basename(top), branch, version, changed, reports };
}
