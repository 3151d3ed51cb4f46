import type { DraftStore } from '../../drafts/store/store.ts';
import { done, type Result } from '../../failure.ts';

/** The draft that is named, or else the one last edited; null where there is none. */
export function draftOrLast(store: DraftStore, ref: string | undefined): Result<string | null> {
  if (ref !== undefined) return done(ref);
  const all = store.list();
  return all.ok ? done(all.value.drafts[0]?.id ?? null) : all;
}
