import { join } from 'node:path';
import type { Context } from '../../context.ts';
import { lockOwner } from '../../drafts/lock/lock.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import type { Severity } from '../../fields/issue.ts';
import { type AboutRepository, aboutRepository } from '../../repository/about-repository.ts';
import { countBySeverity } from '../../review/issue-names.ts';
import { valueAt } from '../../review/review.ts';
import { readNewest } from '../../starting/from-report.ts';

/** What the newest report says. */
interface NewestReport {
  verdict: string;
  counts: Record<Severity, number>;
}

/** What the home screen learns of its surroundings after its first frame. */
export interface HomeFacts {
  about: AboutRepository;
  /** Null until the newest report has been read, and where it cannot be. */
  newest: NewestReport | null;
}

/** The drafts that another window has open. */
export const openElsewhere = (drafts: DraftStore, ids: readonly string[]): ReadonlySet<string> =>
  new Set(ids.filter((id) => lockOwner(drafts.home, id) !== null));

/** Looks round, and tells what it finds as it finds it: the repository first, then what its newest report says. */
export async function lookRound(
  context: Context,
  drafts: DraftStore,
  tell: (facts: HomeFacts) => void,
): Promise<void> {
  const about = await aboutRepository(context.cwd, context.env);
  tell({ about, newest: null });
  const [path] = about.reports;
  const read = path === undefined ? null : await readNewest(join(about.top, path), context, drafts);
  if (!read?.ok) return;
  const { review } = read.value;
  const verdict = valueAt(review, { field: 'recommendation' });
  tell({
    about,
    newest: { verdict: typeof verdict === 'string' ? verdict : '', counts: countBySeverity(review) },
  });
}
