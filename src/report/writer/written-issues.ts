import type { Issue } from '../../review/review.ts';
import type { Output } from './output.ts';

/** Issues of one severity, and how each of them is written. */
export interface WrittenIssues {
  issues: readonly Issue[];
  /** Stands between two of them. */
  between: string;
  write(index: number, out: Output): void;
}

/** What stands between two issues. */
export const between = '\n\n---\n\n';
