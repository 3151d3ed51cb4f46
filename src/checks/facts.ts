import type { IssueField, Severity } from '../fields/issue.ts';
import type { Source, WhereNow } from '../review/evidence/sources.ts';
import type { DerivedWords } from '../review/previous/derived-words.ts';
import type { ReadContradiction } from '../review/read-contradiction.ts';
import type { FieldRef } from '../review/review.ts';
import type { TextPlace } from '../review/texts.ts';

/** What looks like a live secret in an answer. */
export interface Secret {
  at: TextPlace;
  /** "GitHub Token". */
  kind: string;
  /** The secret itself: for finding and replacing it, never to be shown. */
  words: string;
  /** As it may be shown: "ghp_********". */
  masked: string;
  /** Tells it from another secret without holding it. */
  key: string;
}

/** Lines in the reviewed repository that a location points at, and that are not there. */
export interface LostTarget {
  place: FieldRef;
  /** As it is written: "src/a.go:3-8". */
  text: string;
  path: string;
  /** How many lines the file has; null when there is no such file. */
  lines: number | null;
  /** The only file that ends like this path, where there is one. */
  likely?: string;
}

/** Lines that were taken as evidence and are not what they were at another commit. */
export interface ChangedSource {
  issue: string;
  source: Source;
  now: WhereNow;
  commit: { id: string; name: string };
  /** Whether it is so at the commit that the version names; else only at the one that is checked out. */
  reviewed: boolean;
}

/** What was looked for in the reviewed repository, and where. */
export interface Lookup {
  lost: LostTarget[];
  changed?: ChangedSource[];
  /** How many files were looked for. */
  files: number;
  /** Where it was looked for: "at v1.4.2", "in the work tree". */
  where: string;
  /** Whether the repository has the version that the review names, or it names none. */
  known: boolean;
  repository: string;
}

/** What a report that was read says beside the review that it holds. */
interface ReportFacts {
  /** Whether it is a report of another kind, of which the template's places say nothing. */
  otherKind?: boolean;
  /** The counts of issues that its summary states. */
  counts?: Partial<Record<Severity, number>>;
  /** Fields of issues that it leaves out, though the template has an answer for them. */
  omitted?: { issue: string; field: IssueField }[];
  /** What it says where words are derived. */
  derived?: DerivedWords[];
  /** What it says of its issues against where they stand. */
  contradictions?: ReadContradiction[];
  /** Its lines, without white space around them. */
  lines?: ReadonlySet<string>;
}

/** An issue, or an item of a list. */
export type Form = { issue: string } | { list: string; item: string };

/** What the checks have to know beside the review. */
export interface Facts {
  /** Where the reviewer is: YYYY-MM-DD. */
  today: string;
  /** For a report that was read. */
  report?: ReportFacts;
  /** The issue or item whose form is open: what it lacks is not a problem yet. */
  editing?: Form | undefined;
  /** What a scanner took for live secrets, at this or an earlier state of the review. */
  secrets?: Secret[];
  /** What was found of the locations in the reviewed repository, at this or an earlier state of the review. */
  lookup?: Lookup | null;
  /** The files of the reviewed commit. */
  tracked?: readonly string[];
}
