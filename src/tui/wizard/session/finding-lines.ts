import type { Context } from '../../../context.ts';
import { showFound } from '../edit/found-lines.ts';
import type { WizardStore } from '../state/store.ts';
import { versionOf } from '../state/version.ts';

/** Looks for words in the tracked files of the reviewed commit, and lists the lines that have them. */
export async function findLinesFor(
  { words, issue }: { words: string; issue: string },
  store: WizardStore,
  { env }: Pick<Context, 'env'>,
): Promise<void> {
  const state = store.getState();
  const { repository } = state.facts;
  if (!repository) return;
  const { findLines, reviewedCommit } = await import('./later.ts');
  const commit = await reviewedCommit(repository, env, versionOf(state));
  const found = commit && (await findLines(repository, env, commit.id, words));
  store.dispatch((now) => showFound(now, issue, words, found));
}
