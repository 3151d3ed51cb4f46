import { isWorkTreeChanged } from './changed-files.ts';
import { askGit, type Environment } from './git.ts';

/** The version in the work tree, with its branch: "v1.4.2-3-g3f2a9c1-dirty (main)"; null before the first commit. */
export async function versionOf(folder: string, env: Environment): Promise<string | null> {
  const [version, branch, changed] = await Promise.all([
    askGit(folder, env, 'describe', '--tags', '--always'),
    askGit(folder, env, 'symbolic-ref', '--quiet', '--short', 'HEAD'),
    isWorkTreeChanged(folder, env),
  ]);
  const dirty = version && changed ? `${version}-dirty` : version;
  return dirty && branch ? `${dirty} (${branch})` : dirty;
}
