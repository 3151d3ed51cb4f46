import { settleUnfinished } from '../drafts/open-draft/unfinished.ts';
import { dropUntouched } from '../drafts/open-draft/untouched.ts';
import type { DraftStore } from '../drafts/store/store.ts';
import { loadTemplate } from '../template-library/registry.ts';
import { largeDraft } from './large-draft.ts';
import { settleEditorFiles } from './wizard/session/editor/editor-files.ts';

/**
 * Takes away what programs that were killed left behind, and keeps what is nowhere else.
 * @param open the draft that is open, if there is one
 * @returns what to say of what was kept; null when there is nothing to say
 */
export function settleLeftBehind(drafts: DraftStore, now: Date, open?: string): string | null {
  const words = [
    ...settleUnfinished(drafts, now, open).map(
      (id) => `What was being saved when the program was killed: sanctum-review resume ${id}`,
    ),
    ...settleEditorFiles(drafts.home).map(
      (path) => `What an editor had saved when the program was killed is in ${path}`,
    ),
  ];
  return words.length > 0 ? words.join(' ') : null;
}

/** Takes away the drafts of programs that were killed before anything was done in them; gives whether there were any. */
export async function dropEmptyDrafts(drafts: DraftStore, now: () => Date): Promise<boolean> {
  // One that is large holds something.
  const all = drafts.list(largeDraft);
  if (!all.ok) return false;
  let dropped = false;
  for (const { id, edited, made } of all.value.drafts) {
    const draft = edited === made ? drafts.load(id) : null;
    if (!draft?.ok) continue;
    const template = await loadTemplate(draft.value.template, drafts.home);
    if (template.ok && dropUntouched(drafts, id, template.value, now)) dropped = true;
  }
  return dropped;
}
