import type { Finding } from '../finding.ts';

/**
 * Names files as the reviewed repository has them: an absolute path of the machine that the scanner ran on by its
 * longest end that is a tracked file. Others stay.
 * @param top the repository's folder, absolute
 * @param tracked its files, from its top
 */
export function inRepository(top: string, tracked: readonly string[]): (finding: Finding) => Finding {
  const files = new Set(tracked);
  const known = new Map<string, string>();
  const placed = (path: string): string => {
    const before = known.get(path);
    if (before !== undefined) return before;
    const now = nameOf(path, top, files);
    known.set(path, now);
    return now;
  };
  return (finding) => ({
    ...finding,
    places: finding.places.map((place) => ({ ...place, path: placed(place.path) })),
  });
}

function nameOf(path: string, top: string, files: ReadonlySet<string>): string {
  if (!/^(?:\/|[A-Za-z]:\/)/.test(path)) return path;
  if (path.startsWith(`${top}/`)) return path.slice(top.length + 1);
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const end = path.slice(at + 1);
    // A name alone could be that of any file.
    if (end.includes('/') && files.has(end)) return end;
  }
  return path;
}
