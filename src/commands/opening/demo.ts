import type { Context } from '../../context.ts';
import { failed, type Result } from '../../failure.ts';
import { openExample } from '../../tui/openings.ts';
import type { CommandResult } from '../command-result.ts';
import { noTerminal } from './needs-terminal.ts';
import { openScreen } from './open-screen.ts';
import { openDrafts } from './open-store.ts';

/** `demo`: the example review, of which nothing is saved. */
export async function run(context: Context): Promise<Result<CommandResult>> {
  const obstacle = noTerminal(context);
  if (obstacle) return failed(obstacle);
  const store = openDrafts(context);
  const opened = await openExample(context, store);
  return opened.ok ? openScreen(context, store, { screen: 'wizard', ...opened.value }) : opened;
}
