import { hash } from 'node:crypto';

/** Lines of a file that were taken as evidence, as they were at a commit. */
export interface Source {
  /** The full id. */
  commit: string;
  /** From the repository's top, with forward slashes. */
  path: string;
  /** Counted from 1. */
  from: number;
  to: number;
  /** Of the lines: see `hashOfLines`. */
  hash: string;
}

/** What has become of lines that were taken as evidence; `changed`: they are nowhere in the file as they were. */
export type WhereNow =
  | { is: 'same' | 'changed' | 'gone' }
  | { is: 'moved'; path: string; from: number; to: number };

/** Tells whether lines are still the same, white space at their ends aside. */
export function hashOfLines(lines: readonly string[]): string {
  const text = lines.map((line) => `${line.trimEnd()}\n`).join('');
  return hash('sha256', text, 'base64url');
}

/** "src/a.go:14-17", or "src/a.go:14" for one line. */
export const locationOf = ({ path, from, to }: Pick<Source, 'path' | 'from' | 'to'>): string =>
  `${path}:${from === to ? from : `${from}-${to}`}`;

/** Whether two sources are the same lines of the same file. */
export const isSameStretch = (one: Source, other: Source): boolean =>
  one.path === other.path && one.from === other.from && one.to === other.to;
