import { done, type Result } from '../../failure.ts';
import type { History } from '../../review/history/history.ts';
import type { Draft } from '../format/draft.ts';
import type { DraftStore } from '../store/store.ts';
import { withHistory } from './replay.ts';

/**
 * Keeps what cannot go into its draft any more as a draft of its own, with its steps to and fro; gives the id.
 * @param into the copy that it goes into, when there is one already
 */
export function keepCopy(
  drafts: DraftStore,
  { id: _, journal: __, ...draft }: Draft,
  history: History,
  now: Date,
  into: string | null,
): Result<string> {
  const edited = now.toISOString();
  const copy = drafts.create(draft.template, { ...draft, edited, ...(into ? { id: into } : {}) });
  const saved = drafts.save(withHistory(copy, history));
  return saved.ok ? done(copy.id) : saved;
}
