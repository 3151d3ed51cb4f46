import { resolve } from 'node:path';
import type { Context } from '../../context.ts';
import type { Draft } from '../../drafts/format/draft.ts';
import { misfits } from '../../drafts/format/fit.ts';
import { atVersion, type Migrated } from '../../drafts/format/migrate.ts';
import { parseDraft } from '../../drafts/format/parse.ts';
import { looksLikeId } from '../../drafts/store/reference.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import { done, failed, type Result } from '../../failure.ts';
import { readSource } from '../../files/source.ts';
import { isThere } from '../../files/stats.ts';
import type { Template } from '../../template/template.ts';
import { loadTemplate } from '../../template-library/registry.ts';

export interface OpenedDraft {
  draft: Draft;
  template: Template;
  /** Whether it is one of the drafts in the store, and not a file from elsewhere. */
  kept: boolean;
  /** It was made with an older version of its template: how it was, and what is to be said. */
  migrated: Migrated | null;
  /** What is to be said where not all that was typed could be read. */
  unread: string | null;
}

/** The draft that is meant by an id, the beginning of one, a path to a JSON file, or `-`; with its template. */
export async function openDraft(
  context: Context,
  store: DraftStore,
  ref: string,
): Promise<Result<OpenedDraft>> {
  const id = ref === '-' ? null : store.resolve(ref);
  const fromFile =
    ref === '-' || !looksLikeId(ref) || (id?.ok === false && isThere(resolve(context.cwd, ref)));
  if (!fromFile && id) return id.ok ? withTemplate(store.load(id.value), store, true, id.value) : id;
  const text = await readSource(context, ref);
  if (!text.ok) return text;
  return openDraftText(store, text.value, ref === '-' ? 'standard input' : ref);
}

/** The draft in a text that is JSON; `where` names the text. */
export const openDraftText = (store: DraftStore, text: string, where: string): Promise<Result<OpenedDraft>> =>
  withTemplate(parseDraft(text, where), store, false, where);

async function withTemplate(draft: Result<Draft>, store: DraftStore, kept: boolean, where: string) {
  if (!draft.ok) return draft;
  const template = await loadTemplate(draft.value.template, store.home);
  if (!template.ok) return template;
  const now = atVersion(draft.value, template.value);
  if (!now.ok) return now;
  const wrong = misfits(template.value, now.value.draft, where);
  if (wrong.length > 0) return failed(...wrong);
  const migrated = now.value.before ? now.value : null;
  const unread = kept ? store.unread(now.value.draft.id) : null;
  return done({ draft: now.value.draft, template: template.value, kept, migrated, unread });
}
