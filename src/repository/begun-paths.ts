/** Tracked files, to be asked which of them begin in some way: there may be a hundred thousand of both. */
export interface BegunPaths {
  /**
   * Whether a word or path without an extension is meant as one of the files: it is the beginning of their paths, or at
   * least in one of their folders. "client/server" only names two of the folders.
   */
  isBegun(path: string): boolean;
  /** The only file that begins so; undefined where there is none, or more than one. */
  onlyOne(path: string): string | undefined;
}

export function begunPaths(tracked: readonly string[]): BegunPaths {
  const sorted = tracked.toSorted();
  const firstFrom = (path: string): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? '') < path) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const begins = (at: number, path: string): boolean => sorted[at]?.startsWith(path) ?? false;
  const isAny = (path: string): boolean => begins(firstFrom(path), path);
  return {
    isBegun(path) {
      const parts = path.split('/');
      if (parts.length > 1 && parts.every((part) => isAny(`${part}/`))) return false;
      return isAny(path) || (parts.length > 1 && isAny(`${parts[0]}/`));
    },
    onlyOne(path) {
      const at = firstFrom(path);
      return begins(at, path) && !begins(at + 1, path) ? sorted[at] : undefined;
    },
  };
}
