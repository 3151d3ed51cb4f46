import { targetsIn } from '../../fields/path.ts';
import type { Issue } from '../review.ts';

/** A stretch of lines in a file that an issue points at; from 0 to 0 where it means the file as a whole. */
export interface LineRange {
  /** As the issue says it: "a/b.go:3-9". */
  at: string;
  file: string;
  from: number;
  to: number;
}

/** What an issue points at: its locations that are paths, and paths set as code in its other locations. */
export function lineRangesOf(issue: Issue): LineRange[] {
  const { location } = issue.answers;
  const places = location && 'value' in location && Array.isArray(location.value) ? location.value : [];
  return places.flatMap(targetsIn).map(({ text, path, from, to }) => ({ at: text, file: path, from, to }));
}
