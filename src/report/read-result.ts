import type { IssueField, Severity } from '../fields/issue.ts';
import type { DerivedWords } from '../review/previous/derived-words.ts';
import type { ReadContradiction } from '../review/read-contradiction.ts';
import type { Review } from '../review/review.ts';

/** What a person should look at in a report that was read. */
export interface Doubt {
  /** Where in the review: `placeKey` of a field, or the key of a note. */
  key: string;
  /** Its line in the report, from 1; 0 where it has none. */
  line: number;
  /** In one line, without a full stop. */
  what: string;
  /** The lines of an issue that was guessed, and the section whose note they are when it is none. */
  source?: { section: string; text: string } | undefined;
  /** An issue that the report says is closed, to be taken for one of the previous review. */
  closed?: { title: string; outcome: 'resolved' | 'accepted' } | undefined;
}

/** A report read back. Ids of issues and items are made here: `i1`, `i2`, … in the order of the report. */
export interface ReadReport {
  review: Review;
  /** Whether it is a report of this template, or of another kind. */
  ofTemplate: boolean;
  /**
   * On which line of the report (from 1) what was read of it begins: by `placeKey` for answers outside of issues,
   * `issue/ID` and `list/LIST/ID` for the whole, `note/SECTION` and `issue-note/ID` for notes.
   */
  lines: Map<string, number>;
  /** What a person should look at: what was told twice, guessed, or left open. */
  unclear: Doubt[];
  /** How many lines fit no field and were kept as notes. */
  unplaced: number;
  /** The counts of issues that the report's summary states, be they right or wrong. */
  stated: Partial<Record<Severity, number>>;
  /** Fields of issues that the report leaves out altogether, where an answer of the template's own holds. */
  unsaid: { issue: string; field: IssueField }[];
  /** What the report says where words are derived, be they right or wrong. */
  derived: DerivedWords[];
  /** What the report says of its issues against where they stand. */
  clashes: ReadContradiction[];
}
