import type { IssueAnswers, IssueField, Severity } from '../fields/issue.ts';
import type { Answer, Value } from '../fields/value.ts';
import type { Decisions, KeptFinding } from './evidence/findings.ts';
import type { Measurement } from './evidence/measurements.ts';
import type { Source } from './evidence/sources.ts';

/** An issue. Its number (CRITICAL-2) is derived from its place among those of its severity. */
export interface Issue {
  /** Never changes, unique in the review. */
  id: string;
  severity: Severity;
  answers: IssueAnswers;
  /** Lines that a read report had in this issue and that fit no field. */
  note?: string;
  /** What was taken as its evidence from the reviewed repository. Not printed: the draft remembers it. */
  sources?: Source[];
}

/** One of something that repeats: an action, a strength. */
export interface Item {
  id: string;
  answers: Record<string, Answer>;
  /** The ids of the issues that it is about. One that is gone is not printed, and comes back with its issue. */
  issues?: string[];
}

/** What a check found, as it is known again: by the check, the place, and what it says there. */
export interface OverriddenProblem {
  /** The check's id. */
  check: string;
  place: FieldRef | { issue: string } | { page: string };
  message: string;
  /** Stands for the message where that would say too much or too little to be known by. */
  mark?: string;
}

/** An error of the checks that the reviewer lets stand, and why. */
export interface Override extends OverriddenProblem {
  reason: string;
}

/** Everything that a reviewer can say. Immutable; changed by `reduce` only. */
export interface Review {
  /** Answers of the fields that stand once in the report, by field id. */
  answers: Record<string, Answer>;
  /** All issues; those of one severity in the order of their numbers. */
  issues: Issue[];
  /** The repeated items by the id of their list. */
  items: Record<string, Item[]>;
  /** By section id: lines that fit no field, printed again at the section's end. */
  notes: Record<string, string>;
  /** Errors that are let stand; no entry without one. */
  overrides?: Override[];
  /** What tools measured, by their files. Not printed: offered as answers, which count once they are accepted. */
  measurements?: Measurement[];
  /** What scanners reported, until the next scan. */
  findings?: KeptFinding[];
  /** What the reviewer decided on it; also on what is gone. */
  decisions?: Decisions;
}

export const emptyReview: Review = { answers: {}, issues: [], items: {}, notes: {} };

/** Where a field stands: once in the report, in an issue, or in an item of a list. Plain data. */
export type FieldRef =
  | { field: string }
  | { issue: string; field: IssueField }
  | { list: string; item: string; field: string };

/** A place as one string, the same for equal places: a key for maps, focus and drafts. */
export function fieldKey(place: FieldRef): string {
  if ('issue' in place) return `issue/${place.issue}/${place.field}`;
  if ('list' in place) return `list/${place.list}/${place.item}/${place.field}`;
  return place.field;
}

/** How often an issue was looked for among these, and from the tenth time on where each one is. */
interface Lookups {
  count: number;
  byId: Map<string, Issue> | null;
}

const lookups = new WeakMap<readonly Issue[], Lookups>();

/** Where the last issue was that was looked for: it is asked for again and again, or the next one is. */
let lastAt = 0;

/** The issue with an id. Quick for one after a key, and for all of them one by one. */
export function issueById({ issues }: Review, id: string): Issue | undefined {
  for (const at of [lastAt, lastAt + 1]) {
    if (issues[at]?.id !== id) continue;
    lastAt = at;
    return issues[at];
  }
  const known = lookups.get(issues) ?? { count: 0, byId: null };
  lookups.set(issues, known);
  known.count += 1;
  if (known.count > 9) known.byId ??= new Map(issues.toReversed().map((issue) => [issue.id, issue]));
  if (known.byId) return known.byId.get(id);
  lastAt = Math.max(
    0,
    issues.findIndex((issue) => issue.id === id),
  );
  return issues[lastAt]?.id === id ? issues[lastAt] : undefined;
}

/** The answer at a place; undefined when unanswered or when there is no such issue or item. */
export function answerAt(review: Review, place: FieldRef): Answer | undefined {
  if ('issue' in place) return issueById(review, place.issue)?.answers[place.field];
  if ('list' in place) {
    return review.items[place.list]?.find((item) => item.id === place.item)?.answers[place.field];
  }
  return review.answers[place.field];
}

/** The value at a place; undefined when unanswered or not applicable. */
export function valueAt(review: Review, place: FieldRef): Value | undefined {
  const answer = answerAt(review, place);
  return answer && 'value' in answer ? answer.value : undefined;
}

export function issuesOf(review: Review, severity: Severity): Issue[] {
  return review.issues.filter((issue) => issue.severity === severity);
}
