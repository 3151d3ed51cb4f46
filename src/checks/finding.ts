import type { IssueField, Severity } from '../fields/issue.ts';
import type { Place } from '../review/review.ts';

/** From what must not stand to what is worth a look. */
export const levels = ['error', 'warning', 'hint'] as const;
export type Level = (typeof levels)[number];

/** A field, or an issue as a whole. */
export type Address = Place | { issue: string };

/** What a check found: where, what, and what to do. */
export interface Finding {
  /** The check's id, as the README lists it: "risk-too-low". */
  id: string;
  level: Level;
  /** The page's id. */
  page: string;
  /** Null where only the page is meant. */
  place: Address | null;
  /** One line, without a full stop. */
  message: string;
  remedy: string;
}

/** What the checks have to know beside the review. */
export interface Facts {
  /** Where the reviewer is: YYYY-MM-DD. */
  today: string;
  /** For a report that was read: the counts that its summary states. */
  stated?: Partial<Record<Severity, number>>;
  /** For a report that was read: fields of issues that it leaves out, though the template has an answer for them. */
  unsaid?: { issue: string; field: IssueField }[];
  /** For a report that was read: its lines, without white space around them. */
  lines?: ReadonlySet<string>;
}
