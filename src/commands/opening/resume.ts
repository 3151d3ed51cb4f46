import type { Context } from '../../context.ts';
import { keepMigrated } from '../../drafts/store/keep-migrated.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import { failed, type Result } from '../../failure.ts';
import { loadTemplate } from '../../template-library/registry.ts';
import type { CommandResult } from '../command-result.ts';
import { draftOrLast } from './last-draft.ts';
import { noTerminal } from './needs-terminal.ts';
import { openDraft } from './open-draft.ts';
import { keepAndOpen, openScreen } from './open-screen.ts';
import { openDrafts } from './open-store.ts';

/** `resume [DRAFT]`: without one, the draft last edited. */
export async function run(context: Context, ref?: string): Promise<Result<CommandResult>> {
  const obstacle = noTerminal(context);
  if (obstacle) return failed(obstacle);
  const store = openDrafts(context);
  const found = draftOrLast(store, ref);
  if (!found.ok) return found;
  const last = found.value;
  if (last === null) {
    const remedy = 'start one: sanctum-review new';
    return failed({ where: '', what: 'there is no draft to resume', remedy });
  }
  const opened = await openDraft(context, store, last);
  if (!opened.ok) return (await rescued(context, store, last)) ?? opened;
  const { draft, template, kept, migrated, unread } = opened.value;
  if (kept && migrated) {
    const now = keepMigrated(store, migrated);
    return now.ok ? openScreen(context, store, { screen: 'wizard', template, ...now.value }) : now;
  }
  if (kept)
    return openScreen(context, store, {
      screen: 'wizard',
      draft,
      template,
      ...(unread ? { notice: unread } : {}),
    });
  const known = store.resolve(draft.id);
  if (known.ok && known.value === draft.id) {
    const remedy = `open that one: sanctum-review resume ${draft.id}`;
    return failed({ where: last, what: `holds draft ${draft.id}, which is already here`, remedy });
  }
  // Brought here, it is something, also where nothing was done in it since it was begun.
  const brought = draft.edited === draft.made ? { ...draft, edited: context.now().toISOString() } : draft;
  return keepAndOpen(context, store, { draft: brought, template, notice: `Kept as draft ${draft.id}` });
}

/** A damaged draft as it was before; null when it is not damaged, or nothing is left of it. */
async function rescued(
  context: Context,
  store: DraftStore,
  ref: string,
): Promise<Result<CommandResult> | null> {
  const id = store.resolve(ref);
  const draft = id.ok ? store.rescue(id.value) : null;
  if (!draft) return null;
  if (!draft.ok) return draft;
  const { aside } = draft.value;
  const template = await loadTemplate(draft.value.draft.template, store.home);
  if (!template.ok) return template;
  const notice = `The draft's file was damaged: it is kept as ${aside}. This is what was kept of it besides; look through it.`;
  return openScreen(context, store, {
    screen: 'wizard',
    draft: draft.value.draft,
    template: template.value,
    notice,
  });
}
