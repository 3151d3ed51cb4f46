import type { Context } from '../context.ts';
import { failed, type Result } from '../failure.ts';
import { largeDraft } from '../tui/large-draft.ts';
import type { CommandResult } from './command-result.ts';
import { noTerminal } from './opening/needs-terminal.ts';
import { openScreen } from './opening/open-screen.ts';
import { openDraftsToList } from './opening/open-store.ts';

/** No command: the home screen. */
export async function run(context: Context): Promise<Result<CommandResult>> {
  const obstacle = noTerminal(context);
  if (obstacle) return failed(obstacle);
  return openScreen(context, await openDraftsToList(context, largeDraft), { screen: 'home' });
}
