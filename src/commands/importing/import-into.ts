import { wordsAt } from '../../checks/check.ts';
import { rolesOf } from '../../checks/roles.ts';
import type { Context } from '../../context.ts';
import { historyOf, withHistory } from '../../drafts/journal/replay.ts';
import type { DraftStore } from '../../drafts/store/store.ts';
import { done, failed, type Result } from '../../failure.ts';
import { importScans, type ScannedRepository, scanName } from '../../findings/importing/import-scans.ts';
import type { Scan } from '../../findings/read-scan.ts';
import { countOpen } from '../../findings/standing.ts';
import { repositoryOf } from '../../repository/git.ts';
import { trackedFiles } from '../../repository/source/tracked-files.ts';
import { record } from '../../review/history/history.ts';
import { waitingInWords } from '../../tui/wizard/state/findings/waiting.ts';
import type { CommandResult } from '../command-result.ts';
import { draftOrLast } from '../opening/last-draft.ts';
import { type OpenedDraft, openDraft } from '../opening/open-draft.ts';
import { openDrafts } from '../opening/open-store.ts';
import { importInWords } from '../printing/scans/scan-in-words.ts';
import { refusalsOf } from './refusals.ts';

/**
 * Keeps what scanners found in a draft that is open nowhere.
 * @param ref the draft; without one, the one last edited
 * @param read reads the files, each with a name of its own
 */
export async function importInto(
  context: Context,
  ref: string | undefined,
  read: (name: (path: string, file: string) => string) => Scan[],
): Promise<Result<CommandResult>> {
  const store = openDrafts(context);
  const opened = await draftFor(context, store, ref);
  if (!opened.ok) return opened;
  const { draft } = opened.value;
  const repository = await repositoryFor(context, opened.value);
  const scans = read((path) => scanName(path, repository?.top));
  const { actions, changes } = importScans(draft.review, scans, repository);
  const before = historyOf(draft);
  const after = actions.reduce((history, action) => record(history, action, `import/${before.made}`), before);
  if (after !== before) {
    const edited = context.now().toISOString();
    const kept = store.replace(withHistory({ ...draft, edited }, after), 'import');
    if (!kept.ok) return kept;
  }
  const imported = scans.filter(({ refused }) => refused === null);
  const changeOf = (scan: Scan) => changes.find(({ file }) => file === scan.file);
  const waiting = waitingInWords(countOpen(after.present));
  return done({
    out: imported.map((scan) => `${importInWords(scan, changeOf(scan))}\n`).join(''),
    notes:
      imported.length > 0
        ? [
            `Kept in draft ${draft.id}. Open it with: sanctum-review resume ${draft.id}`,
            ...(waiting === '' ? [] : [waiting]),
          ]
        : [],
    problems: refusalsOf(scans),
    code: imported.length === 0 ? 2 : 0,
  });
}

async function draftFor(
  context: Context,
  store: DraftStore,
  ref: string | undefined,
): Promise<Result<OpenedDraft>> {
  const found = draftOrLast(store, ref, {
    what: 'there is no draft to import into',
    remedy: 'start a review with "sanctum-review new", or add --list to print what the files hold',
  });
  if (!found.ok) return found;
  const id = found.value;
  const opened = await openDraft(context, store, id);
  if (!opened.ok || opened.value.kept) return opened;
  const remedy = `bring it here first: sanctum-review resume ${id}`;
  return failed({ where: id, what: 'is a file, not one of the drafts kept here', remedy });
}

async function repositoryFor(
  { env }: Context,
  { draft, template }: OpenedDraft,
): Promise<ScannedRepository | null> {
  const top = draft.repository === undefined ? null : await repositoryOf(draft.repository, env);
  if (top === null) return null;
  const version = wordsAt(draft.review, rolesOf(template).version);
  const files = await trackedFiles(top, env, version);
  return { top, tracked: files?.tracked ?? [] };
}
