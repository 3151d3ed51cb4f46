import { referencedPaths } from '../../checks/coverage/references.ts';
import type { Facts } from '../../checks/facts.ts';
import { rolesOf } from '../../checks/roles.ts';
import type { Context } from '../../context.ts';
import { repositoryOf } from '../../repository/git.ts';
import { locationQuestion, lookUpLocations } from '../../repository/look-up-locations.ts';
import { openScanner } from '../../repository/secrets/scanner.ts';
import { trackedFiles } from '../../repository/source/tracked-files.ts';
import { localDate } from '../../repository/suggestions.ts';
import type { OpenedReview } from './open-review.ts';

/** What the checks have to know of the world around a review. */
export async function factsAround(
  context: Context,
  {
    template,
    review,
    report,
    repository,
  }: Pick<OpenedReview, 'template' | 'review' | 'report' | 'repository'>,
): Promise<Pick<Facts, 'today' | 'secrets' | 'lookup' | 'tracked'>> {
  const question = locationQuestion(template, review);
  const namesFiles =
    rolesOf(template).scope.some(({ id }) => review.answers[id] !== undefined) ||
    referencedPaths(template, review).length > 0;
  const asksNothing = !namesFiles && question.targets.length + question.taken.length === 0;
  const [secrets, top] = await Promise.all([
    openScanner()(review),
    asksNothing ? null : topOf(context, report, repository),
  ]);
  const lookup = top === null ? null : await lookUpLocations(top, context.env, question);
  const files = top && namesFiles ? await trackedFiles(top, context.env, question.version) : null;
  return {
    today: localDate(context.now()),
    secrets,
    ...(lookup ? { lookup } : {}),
    ...(files ? { tracked: files.tracked } : {}),
  };
}

/** The repository around a folder; for a report that stands in none, the one around the current folder. */
async function topOf({ cwd, env }: Context, report: string | null, folder: string | null) {
  if (folder === null) return null;
  return (await repositoryOf(folder, env)) ?? (report === null ? null : repositoryOf(cwd, env));
}
