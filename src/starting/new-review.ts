import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Context } from '../context.ts';
import type { Draft } from '../drafts/format/draft.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import { done, type Failure, failed, type Result } from '../failure.ts';
import { followUpActions } from '../following-up/follow-up.ts';
import type { ReviewToFollow } from '../following-up/review-to-follow.ts';
import { repositoryOf } from '../repository/git.ts';
import { localDate } from '../repository/suggestions.ts';
import { deltaSectionOf } from '../review/previous/delta-section.ts';
import { reduce } from '../review/reduce.ts';
import { emptyReview } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { openTemplate } from '../template-library/registry.ts';

/** The template of a review unless the reviewer names another. */
export const defaultTemplate = 'production-readiness';

/**
 * The draft of a new review, not saved yet. Nothing is answered in it: what git and the clock know, the wizard suggests.
 * @param options.template a bundled template's name, or a file
 * @param options.repo the reviewed repository; else the one around the current folder, if there is one
 */
export async function beginReview(
  context: Context,
  store: DraftStore,
  options: { template?: string; repo?: string; follows?: PreviousWithTemplate } = {},
): Promise<Result<{ draft: Draft; template: Template }>> {
  const folder = resolve(context.cwd, options.repo ?? '.');
  const obstacle = notAFolder(folder);
  if (obstacle) return failed(obstacle);
  const { follows } = options;
  const opened =
    follows && options.template === undefined
      ? done({ template: follows.template, hash: follows.hash })
      : await openTemplate(options.template ?? defaultTemplate, store.home, context.cwd);
  if (!opened.ok) return opened;
  const { template, hash } = opened.value;
  const around = await repositoryOf(folder, context.env);
  const repository = around ?? (options.repo === undefined ? undefined : folder);
  const draft = store.create(templateInfo(template, hash), {
    review: emptyReview,
    position: { page: template.pages[0]?.id ?? '', scroll: 0 },
    ...(repository ? { repository } : {}),
  });
  const today = localDate(context.now());
  return done({ draft: follows ? followingUp(draft, template, follows, today) : draft, template });
}

/** A previous review; the new one has its template unless the reviewer names another. */
export interface PreviousWithTemplate extends ReviewToFollow {
  hash?: string | undefined;
}

/** The draft as one that follows up on a previous review, opened at the issues of that. */
function followingUp(draft: Draft, template: Template, from: ReviewToFollow, today: string): Draft {
  const { repository } = draft;
  const { actions, previous } = followUpActions(template, draft.review, from, { today, repository });
  const review = actions.reduce(reduce, draft.review);
  const delta = deltaSectionOf(template);
  const [first] = (delta && review.items[delta.list.id]) ?? [];
  const position = delta && {
    page: delta.list.page,
    ...(first ? { focus: `entry/${delta.list.id}/${first.id}` } : {}),
    scroll: 0,
  };
  return { ...draft, review, previous, ...(position ? { position } : {}) };
}

export function templateInfo({ name, version }: Template, hash: string | undefined): Draft['template'] {
  return { name, version, ...(hash ? { hash } : {}) };
}

function notAFolder(folder: string): Failure | null {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return null;
  return { where: folder, what: 'is not a folder', remedy: 'name the reviewed repository with --repo' };
}
