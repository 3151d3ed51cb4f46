import type { Context } from '../../context.ts';
import { homeFolder } from '../../drafts/files/home.ts';
import { type DraftStore, openStore } from '../../drafts/store/store.ts';
import type { Template } from '../../template/template.ts';
import { loadTemplate } from '../../template-library/registry.ts';

/** The store of the drafts. It reads none of them yet. */
export function openDrafts(context: Context): DraftStore {
  return openStore({ home: homeFolder(context.env), now: context.now });
}

/** The same with the templates that the drafts are made with, so that lists can tell their progress: reads all that are not as they were left. */
export async function openDraftsToList(context: Context): Promise<DraftStore> {
  const home = homeFolder(context.env);
  const templates = new Map<string, Template>();
  const store = openStore({
    home,
    now: context.now,
    templateOf: (ref) => templates.get(ref.hash ?? ref.name),
  });
  for (const ref of store.templatesToList()) {
    const template = await loadTemplate(ref, home);
    if (template.ok) templates.set(ref.hash ?? ref.name, template.value);
  }
  return store;
}
