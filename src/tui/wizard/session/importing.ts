import { setImmediate as turn } from 'node:timers/promises';
import type { Context } from '../../../context.ts';
import type { Scan } from '../../../findings/read-scan.ts';
import { counted } from '../../../text/counted.ts';
import { measuredInWords } from '../edit/offers/measuring.ts';
import { commitTogether } from '../state/commit.ts';
import { triageOverlay } from '../state/overlay.ts';
import { type State, say } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';
import { openGroup } from '../state/undo-group.ts';
import { versionOf } from '../state/version.ts';

/** Looks for files that scanners wrote, in the reviewed repository or else in the current folder. */
export async function findScansFor(store: WizardStore): Promise<void> {
  const { facts, cwd } = store.getState();
  const { findScans } = await import('./later.ts');
  const files = await findScans(facts.repository ?? cwd);
  store.dispatch((now) =>
    now.overlay?.type === 'scans' ? { ...now, overlay: { ...now.overlay, files } } : now,
  );
}

/** Imports what scanners wrote, one file after the other, says how far it is, and opens what they found. */
export async function importInto(
  paths: readonly string[],
  store: WizardStore,
  { env }: Pick<Context, 'env'>,
  save: () => void,
): Promise<void> {
  const { importScans, readScanFile, scanName, tellsFindings } = await import('./later.ts');
  const top = store.getState().facts.repository;
  const scans: Scan[] = [];
  for (const [index, path] of paths.entries()) {
    const name = scanName(path, top);
    store.dispatch((now) => say(now, `Reading ${index + 1} of ${paths.length}: ${name}…`));
    await turn();
    scans.push(readScanFile(path, name));
  }
  const repository = top === undefined ? null : { top, tracked: await trackedIn(top, env, store.getState()) };
  store.dispatch((now) => {
    const { actions, changes } = importScans(now.history.present, scans, repository);
    const done = openGroup(commitTogether(openGroup(now), actions));
    const sum = (of: 'findings' | 'fresh' | 'gone') => changes.reduce((all, change) => all + change[of], 0);
    const words = `Imported ${counted(sum('findings'), 'finding')}: ${sum('fresh')} new, ${sum('gone')} gone`;
    return imported(done, scans, scans.some(tellsFindings) ? words : null);
  });
  save();
}

/**
 * Says what was imported, and why files were refused.
 * @param words what there is to say of findings, which are shown then; null where no file tells any
 */
function imported(state: State, scans: readonly Scan[], words: string | null): State {
  const refused = scans.filter((scan) => scan.refused !== null);
  const [first] = refused;
  const why = first
    ? ` Not read: ${first.file} ${first.refused}${refused.length > 1 ? ` (and ${refused.length - 1} more)` : ''}.`
    : '';
  if (refused.length === scans.length) return say({ ...state, overlay: null }, why.trim(), 'error');
  const measured = measuredInWords(
    state,
    scans.filter(({ measurements }) => measurements.length > 0),
  );
  const said = say(state, `${words === null ? '' : `${words}. `}${measured}${why}`.trim());
  return words !== null && !state.overlay ? { ...said, overlay: triageOverlay } : said;
}

async function trackedIn(top: string, env: Context['env'], state: State): Promise<readonly string[]> {
  const { trackedFiles } = await import('./later.ts');
  return (await trackedFiles(top, env, versionOf(state)))?.tracked ?? [];
}
