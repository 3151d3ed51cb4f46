import { relative, resolve, sep } from 'node:path';

/**
 * The name that a draft keeps of a file: from the repository's top where the file lies in it, so that it is the same
 * file wherever it is imported from; else the path as it is.
 * @param path absolute
 */
export function nameOfFile(repository: string | undefined, path: string): string {
  if (repository === undefined) return path;
  const inside = relative(resolve(repository), path);
  return inside === '' || inside.startsWith('..') ? path : inside.split(sep).join('/');
}
