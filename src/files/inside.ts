import { relative, sep } from 'node:path';

/** Whether an absolute path is in a folder, or is the folder. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && way !== path;
}
