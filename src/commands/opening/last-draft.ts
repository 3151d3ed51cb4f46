import type { DraftStore } from '../../drafts/store/store.ts';
import { done, type Failure, failed, type Result } from '../../failure.ts';

/**
 * The draft that is named, or else the one last edited.
 * @param none what to say where there is none
 */
export function draftOrLast(
  store: DraftStore,
  ref: string | undefined,
  none: Pick<Failure, 'what' | 'remedy'>,
): Result<string> {
  if (ref !== undefined) return done(ref);
  const all = store.list();
  if (!all.ok) return all;
  const [last] = all.value.drafts;
  return last ? done(last.id) : failed({ where: '', ...none });
}
