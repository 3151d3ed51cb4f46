import type { Context } from '../context.ts';
import type { Draft } from '../drafts/draft.ts';
import type { DraftStore } from '../drafts/store.ts';
import { done, failed, type Result } from '../problem.ts';
import type { Template } from '../template/template.ts';
import { mistake } from './mistake.ts';
import type { Outcome } from './outcome.ts';

type Start = { screen: 'home' } | { screen: 'wizard'; draft: Draft; template: Template; notice?: string };

/** Opens the screen, and tells what it said when it was left. Ink and React are loaded here and nowhere before. */
export async function openScreen(
  context: Context,
  store: DraftStore,
  start: Start,
): Promise<Result<Outcome>> {
  const { runTui } = await import('../tui/run.tsx');
  const { code, lastLine, error } = await runTui(start, context, store);
  if (error !== undefined) return failed(mistake(error, context, lastLine));
  return done({ code, ...(lastLine ? { notes: [lastLine] } : {}) });
}

/** A new draft is kept before its screen is opened: from the first key on there is something to resume. */
export async function keepAndOpen(
  context: Context,
  store: DraftStore,
  start: { draft: Draft; template: Template; notice?: string },
): Promise<Result<Outcome>> {
  const saved = store.save(start.draft);
  return saved.ok ? openScreen(context, store, { screen: 'wizard', ...start }) : saved;
}
