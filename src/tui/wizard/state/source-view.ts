import type { LastChange } from '../../../repository/source/last-change.ts';
import type { SourceText } from '../../../repository/source/read-source.ts';
import type { ReviewedCommit } from '../../../repository/source/reviewed-commit.ts';

/** Lines of a file, counted from 1. */
export interface Stretch {
  from: number;
  to: number;
}

/** The file that a location names, as it is at the reviewed commit. */
export interface SourceView {
  commit: ReviewedCommit;
  path: string;
  text: SourceText;
  /** The lines that the location names; null where it means the whole file. */
  cited: Stretch | null;
  /** The lines that Alt+E takes. */
  selected: Stretch;
  /** Who changed the cited lines last; null where nobody knows. */
  last: LastChange | null;
}
