import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';

/** What the program remembers from one run to the next, beside the drafts. Nothing of it was typed. */
interface Settings {
  /** When drafts in the trash were first found due to be deleted, as an ISO date and time. */
  trashDue?: string;
}

export const hasSettings = (home: string): boolean => existsSync(join(home, 'settings.json'));

/**
 * The settings of a home folder, in its `settings.json`: null where that is something else than a file. One that is
 * damaged is begun anew.
 */
export async function openSettings(home: string) {
  const there = lstatSync(join(home, 'settings.json'), { throwIfNoEntry: false });
  if (there && !there.isFile()) return null;
  // Loaded only where it is needed: it takes as long as the first frame's own code.
  const { default: Conf } = await import('conf');
  return new Conf<Settings>({
    cwd: home,
    configName: 'settings',
    configFileMode: 0o600,
    clearInvalidConfig: true,
    accessPropertiesByDotNotation: false,
  });
}
