import { hashOfLines, type Source, type WhereNow } from '../../review/evidence/sources.ts';

/** Looking for the lines in a longer file, or for more of them, would be felt: so many lines are compared. */
const mostCompared = 1_000_000;

/**
 * Where the lines of a source are in a file of today.
 * @param now the file under its path of today; null when it is gone. `lines`: null when they cannot be read
 */
export function whereNow(
  source: Source,
  now: { path: string; lines: readonly string[] | null } | null,
): WhereNow {
  if (!now) return { is: 'gone' };
  const { path, lines } = now;
  const from = lines && nearest(source, lines);
  if (from === null) return { is: 'changed' };
  if (path === source.path && from === source.from) return { is: 'same' };
  return { is: 'moved', path, from, to: from + source.to - source.from };
}

/** The first of the same lines, the stretch that is nearest to where they were; null where there is none. */
function nearest({ from, to, hash }: Source, lines: readonly string[]): number | null {
  const count = to - from + 1;
  const isAt = (first: number) => hashOfLines(lines.slice(first - 1, first - 1 + count)) === hash;
  const last = lines.length - count + 1;
  if (from <= last && isAt(from)) return from;
  if (last < 1 || last * count > mostCompared) return null;
  for (let away = 1; away < Math.max(from, last - from + 1) + 1; away++) {
    for (const first of [from - away, from + away])
      if (first >= 1 && first <= last && isAt(first)) return first;
  }
  return null;
}
