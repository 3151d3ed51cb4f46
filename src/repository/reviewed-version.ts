import { askGit, type Environment } from './git.ts';
import { objectsIn } from './git-objects.ts';

/** The tree in which a review's locations are looked for. */
export type Reviewed =
  | { is: 'commit'; id: string; name: string }
  /** `known`: whether the repository has the version, or none is given. */
  | { is: 'work-tree'; known: boolean };

/**
 * What a review's version means in a repository: the commit that it names as a tag, a branch, a hash or as
 * `git describe` says it, be it with a branch in brackets or a word before it. The work tree, when it names none, or
 * when it is the one that is checked out and changed since. Null without a repository or a commit.
 */
export async function reviewedAt(
  repository: string,
  env: Environment,
  version: string,
): Promise<Reviewed | null> {
  const names = namesIn(version);
  const found = await objectsIn(repository, env, [
    'HEAD^{commit}',
    ...names.map(({ revision }) => `${revision}^{commit}`),
  ]);
  const [head, ...commits] = found ?? [];
  if (!head) return null;
  const index = commits.findIndex((commit) => commit !== null);
  const commit = commits[index];
  const name = names[index];
  if (!commit || !name) {
    // A bare repository has no files to look at but those of its commits.
    const isBare = (await askGit(repository, env, 'rev-parse', '--is-bare-repository')) === 'true';
    return isBare
      ? { is: 'commit', id: head.id, name: head.id.slice(0, 8) }
      : { is: 'work-tree', known: version.trim() === '' };
  }
  return name.dirty && commit.id === head.id
    ? { is: 'work-tree', known: true }
    : { is: 'commit', id: commit.id, name: name.revision };
}

/** What in a version may name a commit, the likeliest first. What stands in brackets is a branch, unless it is a hash. */
function namesIn(version: string): { revision: string; dirty: boolean }[] {
  const words = version
    .split(/[\s,;]+/)
    .filter((word) => !/^\(/.test(word) || /^\([0-9a-f]{7,40}\)$/.test(word))
    .map((word) => word.replace(/^[('"`]+|[)'"`.]+$/g, ''));
  const plain = words.map((word) => ({
    revision: word.replace(/-dirty$/, ''),
    dirty: word.endsWith('-dirty'),
  }));
  const tagged = plain.flatMap((one) => [
    one,
    ...(/^\d/.test(one.revision) ? [{ ...one, revision: `v${one.revision}` }] : []),
  ]);
  // Where there are several words, those without a digit only introduce the version.
  return tagged.filter(
    ({ revision }) => /^[\w@][\w./@+-]*$/.test(revision) && (words.length === 1 || /\d/.test(revision)),
  );
}
