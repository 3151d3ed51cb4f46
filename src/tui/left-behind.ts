import { settleUnfinished } from '../drafts/open-draft/unfinished.ts';
import type { DraftStore } from '../drafts/store/store.ts';
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
