import { authorsOf } from './authors.ts';
import { type Environment, repositoryOf, reviewerOf } from './git.ts';
import { newestReport } from './newest-report.ts';
import { versionOf } from './version-now.ts';

/** What the surroundings know already; offered as answers, never forced. */
export interface Suggestions {
  reviewer?: string;
  /** "v1.4.2-3-g3f2a9c1 (main)". */
  version?: string;
  /** The newest report there is, as a path from the repository's top: docs/reports/2026-02-13-….md. */
  previousReview?: string;
  /** Who works on the repository, whoever does most first. */
  authors?: string[];
  /** The top folder of the reviewed repository. */
  repository?: string;
}

/** What git knows about a folder. Without git or a repository, less; never an error. */
export async function suggestions(folder: string, env: Environment): Promise<Suggestions> {
  const [repository, reviewer, version, authors] = await Promise.all([
    repositoryOf(folder, env),
    reviewerOf(folder, env),
    versionOf(folder, env),
    authorsOf(folder, env),
  ]);
  const previousReview = newestReport(repository ?? folder);
  return {
    ...(repository ? { repository } : {}),
    ...(reviewer ? { reviewer } : {}),
    ...(version ? { version } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(previousReview ? { previousReview } : {}),
  };
}

/** The day in the local time zone, YYYY-MM-DD. */
export function localDate(moment: Date): string {
  const two = (n: number) => `${n}`.padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
