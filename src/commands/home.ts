import type { Context } from '../context.ts';
import { failed, type Result } from '../failure.ts';
import { openDraftsToList } from './drafts-at-hand.ts';
import type { Outcome } from './outcome.ts';
import { openScreen } from './screen.ts';
import { noTerminal } from './terminal.ts';

/** No command: the home screen. */
export async function run(context: Context): Promise<Result<Outcome>> {
  const obstacle = noTerminal(context);
  if (obstacle) return failed(obstacle);
  return openScreen(context, await openDraftsToList(context), { screen: 'home' });
}
