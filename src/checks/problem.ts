import type { IssueField, Severity } from '../fields/issue.ts';
import type { Action } from '../review/actions.ts';
import { problemKey } from '../review/overrides.ts';
import type { DerivedWords } from '../review/previous/derived-words.ts';
import type { Clash } from '../review/read-contradiction.ts';
import type { FieldRef, Overridden, Review } from '../review/review.ts';
import type { TextPlace } from '../review/texts.ts';

/** From what must not stand to what is worth a look. */
export const levels = ['error', 'warning', 'hint'] as const;
export type Level = (typeof levels)[number];

/** A field, or an issue as a whole. */
export type Address = FieldRef | { issue: string };

/** A remedy that is clear enough to be done at once. */
export interface Fix {
  /** What it does, in a few words, as they stand among the keys: "recommend NO-GO". */
  label: string;
  /** One step, in the order to be done. */
  actions: Action[];
}

/** What a check found: where, what, and what to do. */
export interface Problem {
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
  fix?: Fix;
  /** What it is known by, where that is not the message. */
  mark?: string;
  /** Why the reviewer lets it stand. */
  overridden?: string;
}

/** What stands in the way: an error that no reason overrides. */
export const isOpenError = ({ level, overridden }: Problem): boolean =>
  level === 'error' && overridden === undefined;

/** How a review knows a finding again. Another place, or other words, are another finding. */
export function overrideFor({ id, page, place, message, mark }: Problem): Overridden {
  return { check: id, place: place ?? { page }, message, ...(mark === undefined ? {} : { mark }) };
}

/** The findings with the reasons of those that the reviewer lets stand. */
export function withReasons(review: Review, findings: Problem[]): Problem[] {
  const all = review.overrides ?? [];
  if (all.length === 0) return findings;
  const reasons = new Map(all.map((one) => [problemKey(one), one.reason]));
  return findings.map((finding) => {
    const overridden = reasons.get(problemKey(overrideFor(finding)));
    return overridden === undefined || overridden.trim() === '' ? finding : { ...finding, overridden };
  });
}

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
  mark: string;
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

/** What was looked for in the reviewed repository, and where. */
export interface Lookup {
  lost: LostTarget[];
  /** How many files were looked for. */
  files: number;
  /** Where it was looked for: "at v1.4.2", "in the work tree". */
  where: string;
  /** Whether the repository has the version that the review names, or it names none. */
  known: boolean;
  repository: string;
}

/** What the checks have to know beside the review. */
export interface Facts {
  /** Where the reviewer is: YYYY-MM-DD. */
  today: string;
  /** For a report that was read: the counts that its summary states. */
  stated?: Partial<Record<Severity, number>>;
  /** For a report that was read: fields of issues that it leaves out, though the template has an answer for them. */
  unsaid?: { issue: string; field: IssueField }[];
  /** For a report that was read: what it says where words are derived. */
  derived?: DerivedWords[];
  /** For a report that was read: what it says of its issues against where they stand. */
  clashes?: Clash[];
  /** For a report that was read: its lines, without white space around them. */
  lines?: ReadonlySet<string>;
  /** What a scanner took for live secrets, at this or an earlier state of the review. */
  secrets?: Secret[];
  /** What was found of the locations in the reviewed repository, at this or an earlier state of the review. */
  lookup?: Lookup | null;
}
