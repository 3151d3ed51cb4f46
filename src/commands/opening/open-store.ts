import type { Context } from '../../context.ts';
import { homeFolder } from '../../drafts/files/home.ts';
import { type DraftStore, openStore } from '../../drafts/store/store.ts';

/** The store of the drafts. It reads none of them yet. */
export function openDrafts(context: Context): DraftStore {
  return openStore({ home: homeFolder(context.env), now: context.now });
}

/**
 * The same with the templates that the drafts are made with, so that lists can tell their progress.
 * @param most bytes of a draft that is read for that; all of them are unless told otherwise
 */
export async function openDraftsToList(context: Context, most?: number): Promise<DraftStore> {
  const store = openDrafts(context);
  await store.loadTemplates(most);
  return store;
}
