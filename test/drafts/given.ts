import type { DraftStore } from '../../src/drafts/store/store.ts';
import type { Result } from '../../src/failure.ts';

/** The value of a result; fails the test where there is none. */
export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failures));
  return result.value;
}

/** The trash, after what is due has been deleted for good. */
export async function emptied(store: Pick<DraftStore, 'emptyTrash' | 'trash'>) {
  await store.emptyTrash();
  return store.trash();
}
