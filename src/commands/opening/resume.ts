import type { Context } from '../../context.ts';
import { keepMigrated } from '../../drafts/store/keep-migrated.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import { done, failed, type Result } from '../../failure.ts';
import { loadTemplate } from '../../template-library/registry.ts';
import type { Opening } from '../../tui/openings.ts';
import type { FirstFrame } from '../../tui/terminal/paint.ts';
import type { CommandResult } from '../command-result.ts';
import { draftOrLast } from './last-draft.ts';
import { noTerminal } from './needs-terminal.ts';
import { openDraft } from './open-draft.ts';
import { openScreen } from './open-screen.ts';
import { openDrafts } from './open-store.ts';

/**
 * `resume [DRAFT]`: without one, the draft last edited.
 * @param first what was painted already of the draft that is meant
 */
export async function run(
  context: Context,
  ref: string | undefined,
  first: FirstFrame | null,
): Promise<Result<CommandResult>> {
  const obstacle = noTerminal(context);
  if (obstacle) return failed(obstacle);
  const store = openDrafts(context);
  const opening = await openingOf(context, store, ref).catch((error: unknown) => {
    first?.takeBack();
    throw error;
  });
  if (opening.ok) return openScreen(context, store, { screen: 'wizard', ...opening.value }, first);
  first?.takeBack();
  return opening;
}

async function openingOf(
  context: Context,
  store: DraftStore,
  ref: string | undefined,
): Promise<Result<Opening>> {
  const none = { what: 'there is no draft to resume', remedy: 'start one: sanctum-review new' };
  const found = draftOrLast(store, ref, none);
  if (!found.ok) return found;
  const last = found.value;
  const opened = await openDraft(context, store, last);
  if (!opened.ok) return (await rescued(store, last)) ?? opened;
  const { draft, template, kept, migrated, unread } = opened.value;
  if (kept && migrated) {
    const now = keepMigrated(store, migrated);
    return now.ok ? done({ template, ...now.value }) : now;
  }
  if (kept) return done({ draft, template, ...(unread ? { notice: unread } : {}) });
  const known = store.resolve(draft.id);
  if (known.ok && known.value === draft.id) {
    const remedy = `open that one: sanctum-review resume ${draft.id}`;
    return failed({ where: last, what: `holds draft ${draft.id}, which is already here`, remedy });
  }
  // Brought here, it is something, also where nothing was done in it since it was begun.
  const brought = draft.edited === draft.made ? { ...draft, edited: context.now().toISOString() } : draft;
  const saved = store.save(brought);
  return saved.ok ? done({ draft: brought, template, notice: `Kept as draft ${draft.id}` }) : saved;
}

/** A damaged draft as it was before; null when it is not damaged, or nothing is left of it. */
async function rescued(store: DraftStore, ref: string): Promise<Result<Opening> | null> {
  const id = store.resolve(ref);
  const rescue = id.ok ? store.rescue(id.value) : null;
  if (!rescue?.ok) return rescue;
  const { draft, aside } = rescue.value;
  const template = await loadTemplate(draft.template, store.home);
  if (!template.ok) return template;
  const notice = `The draft's file was damaged: it is kept as ${aside}. This is what was kept of it besides; look through it.`;
  return done({ draft, template: template.value, notice });
}
