import type { Context } from '../context.ts';
import { beginReview } from '../drafts/begin.ts';
import { failed, type Result } from '../problem.ts';
import { openDrafts } from './drafts-at-hand.ts';
import type { Outcome } from './outcome.ts';
import { keepAndOpen } from './screen.ts';
import { noTerminal } from './terminal.ts';

/** `new [--template NAME|FILE] [--repo DIR]` */
export async function run(
  context: Context,
  options: { template?: string; repo?: string },
): Promise<Result<Outcome>> {
  const obstacle = noTerminal(context);
  if (obstacle) return failed(obstacle);
  const store = openDrafts(context);
  const begun = await beginReview(context, store, options);
  return begun.ok ? keepAndOpen(context, store, begun.value) : begun;
}
