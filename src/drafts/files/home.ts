import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The folder for everything that the program keeps: `SANCTUM_REVIEW_HOME`, else the platform's usual place for a
 * program's settings, with the name that the npm packages env-paths and conf give it.
 */
export function homeFolder(env: Record<string, string | undefined>, platform = process.platform): string {
  if (env.SANCTUM_REVIEW_HOME) return resolve(env.SANCTUM_REVIEW_HOME);
  const user = env.HOME || homedir();
  const name = 'sanctum-review-nodejs';
  if (platform === 'darwin') return join(user, 'Library', 'Preferences', name);
  if (platform === 'win32') return join(env.APPDATA || join(homedir(), 'AppData', 'Roaming'), name, 'Config');
  return join(env.XDG_CONFIG_HOME || join(user, '.config'), name);
}
