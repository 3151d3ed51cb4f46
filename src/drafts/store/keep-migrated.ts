import { lstatSync } from 'node:fs';
import { done, failed, type Result } from '../../failure.ts';
import { writeWhole } from '../../files/write.ts';
import { fileOf } from '../files/folder.ts';
import type { Draft } from '../format/draft.ts';
import { readDraftText } from '../format/draft-text.ts';
import type { Migrated } from '../format/migrate.ts';
import { notSaved } from './refusals.ts';
import type { DraftStore } from './store.ts';

/**
 * Puts a migrated draft in the old one's place, and the old one beside it; gives the draft as it is kept now, and
 * what to say. Refused while another has the draft open.
 */
export function keepMigrated(
  store: DraftStore,
  migrated: Migrated,
): Result<{ draft: Draft; notice: string }> {
  const { draft, before } = migrated;
  const version = before?.template.version ?? '';
  const name = version.replace(/[^\w.]/g, '_').slice(0, 40);
  try {
    const path = putBeside(
      `${fileOf(store.home, 'drafts', draft.id)}.template-${name}`,
      `${JSON.stringify(before, null, '\t')}\n`,
    );
    const replaced = store.replace(draft, `template ${draft.template.version}`);
    if (!replaced.ok) return replaced;
    const kept = store.load(draft.id);
    return kept.ok ? done({ draft: kept.value, notice: migrationNote(migrated, path) }) : kept;
  } catch (error) {
    return failed(notSaved(store.home, draft.id, error));
  }
}

/**
 * Writes a file where none stands that says anything else: who goes back to a snapshot of the older version has
 * the draft migrated once more, and what was kept the first time is the newer. Gives its path.
 */
function putBeside(path: string, text: string): string {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? path : `${path}-${count}`;
    const there = readDraftText(free);
    if (there.ok && there.value === text) return free;
    if (lstatSync(free, { throwIfNoEntry: false })) continue;
    writeWhole(free, text, { mode: 0o600, fresh: true });
    return free;
  }
}

/** What to say of it. */
export function migrationNote({ draft, before, moved }: Migrated, path?: string): string {
  const what = `Draft ${draft.id} was made with version ${before?.template.version} of the template; it is at version ${draft.template.version} now`;
  const kept = path ? `, and is kept as it was in ${path}` : '';
  if (moved === 0) return `${what}${kept}.`;
  const answers = moved === 1 ? '1 answer has' : `${moved} answers have`;
  return `${what}${kept}. ${answers} no field any more: see the notes of the first section.`;
}
