import type { Context } from '../../context.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import { done, failed, type Result } from '../../failure.ts';
import type { Opening } from '../../tui/openings.ts';
import { paintFirstFrame } from '../../tui/terminal/first-frame.ts';
import type { FirstFrame } from '../../tui/terminal/paint.ts';
import type { CommandResult } from '../command-result.ts';
import { unexpectedError } from '../printing/unexpected-error.ts';

type Start = { screen: 'home' } | ({ screen: 'wizard' } & Opening);

/**
 * Opens the screen, and tells what it said when it was left. Ink and React are loaded here and nowhere before.
 * @param painted what is on the screen already
 */
export async function openScreen(
  context: Context,
  store: DraftStore,
  start: Start,
  painted: FirstFrame | null = null,
): Promise<Result<CommandResult>> {
  const first = painted ?? (start.screen === 'wizard' ? paintFirstFrame(start, context, store.home) : null);
  const { runTui } = await import('../../tui/run.tsx').catch((failure) => {
    first?.takeBack();
    throw failure;
  });
  const { code, lastLine, command, error } = await runTui(start, context, store, first);
  if (error !== undefined) return failed(unexpectedError(error, context, lastLine));
  return done({ code, notes: [lastLine, command].filter((line) => line !== undefined) });
}

/** A new draft is kept before its screen is opened: from the first key on there is something to resume. */
export async function keepAndOpen(
  context: Context,
  store: DraftStore,
  start: Opening,
): Promise<Result<CommandResult>> {
  const saved = store.save(start.draft);
  return saved.ok ? openScreen(context, store, { screen: 'wizard', ...start }) : saved;
}
