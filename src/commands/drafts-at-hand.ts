import type { Context } from '../context.ts';
import { homeFolder } from '../drafts/home.ts';
import { type DraftStore, openStore } from '../drafts/store.ts';
import { loadTemplate } from '../template/registry.ts';
import type { Template } from '../template/template.ts';

/** The store of the drafts, with the templates that they are made with, so that lists can tell their progress. */
export async function openDrafts(context: Context): Promise<DraftStore> {
  const home = homeFolder(context.env);
  const templates = new Map<string, Template>();
  const store = openStore({
    home,
    now: context.now,
    templateOf: (ref) => templates.get(ref.hash ?? ref.name),
  });
  for (const ref of store.templatesInUse()) {
    const template = await loadTemplate(ref, home);
    if (template.ok) templates.set(ref.hash ?? ref.name, template.value);
  }
  return store;
}
