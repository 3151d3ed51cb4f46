import type { Environment } from '../git.ts';
import { objectsIn } from '../git-objects.ts';
import { reviewedAt } from '../reviewed-version.ts';

/** The commit that a review is of. */
export interface ReviewedCommit {
  id: string;
  /** As the review's version names it, or the beginning of the id. */
  name: string;
  /** Whether it is the commit of the version, or none is given; else the repository does not know the version. */
  known: boolean;
}

/**
 * The commit that a review's version names; the one that is checked out where it names none, or what is changed since.
 * Null without a repository or a commit.
 */
export async function reviewedCommit(
  repository: string,
  env: Environment,
  version: string,
): Promise<ReviewedCommit | null> {
  const reviewed = await reviewedAt(repository, env, version);
  if (reviewed?.is === 'commit') return { id: reviewed.id, name: reviewed.name, known: true };
  if (!reviewed) return null;
  const [head] = (await objectsIn(repository, env, ['HEAD^{commit}'])) ?? [];
  return head ? { id: head.id, name: head.id.slice(0, 8), known: reviewed.known } : null;
}
