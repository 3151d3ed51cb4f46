import type { Context } from '../../context.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import { done, failed, type Result } from '../../failure.ts';
import { followUpNotice } from '../../following-up/follow-up.ts';
import { beginReview, type PreviousWithTemplate } from '../../starting/new-review.ts';
import type { CommandResult } from '../command-result.ts';
import { noTerminal } from './needs-terminal.ts';
import { openReview } from './open-review.ts';
import { keepAndOpen } from './open-screen.ts';
import { openDrafts } from './open-store.ts';

interface Options {
  template?: string;
  repo?: string;
  from?: string;
}

/** `new [--template NAME|FILE] [--repo DIR] [--from DRAFT|REPORT.md]` */
export async function run(context: Context, options: Options): Promise<Result<CommandResult>> {
  const obstacle = noTerminal(context);
  if (obstacle) return failed(obstacle);
  const store = openDrafts(context);
  const { from, ...others } = options;
  const follows = from === undefined ? undefined : await openPrevious(context, store, from, options.template);
  if (follows && !follows.ok) return follows;
  const begun = await beginReview(context, store, {
    ...others,
    ...(follows ? { follows: follows.value } : {}),
  });
  if (!begun.ok) return begun;
  const { draft, template } = begun.value;
  return keepAndOpen(context, store, {
    ...begun.value,
    ...(follows ? { notice: followUpNotice(template, draft.review) } : {}),
  });
}

/** The previous review that is meant: a draft, or a report, read with the template that is named. */
async function openPrevious(
  context: Context,
  store: DraftStore,
  ref: string,
  template: string | undefined,
): Promise<Result<PreviousWithTemplate>> {
  const opened = await openReview(context, store, ref, template);
  if (!opened.ok) return opened;
  const { review, draft, report, whole, hash } = opened.value;
  return done({
    template: opened.value.template,
    hash,
    review,
    draft,
    report: whole?.written?.path ?? report,
    ...(whole?.previous ? { previous: whole.previous } : {}),
  });
}
