import type { Severity } from '../fields/issue.ts';
import type { Answer } from '../fields/value.ts';
import type { Decision, KeptFinding } from './evidence/findings.ts';
import type { Measurement } from './evidence/measurements.ts';
import type { Source } from './evidence/sources.ts';
import type { FieldRef, Issue, Item, OverriddenProblem } from './review.ts';

/**
 * Every change of a review, as plain data: it can be written to a journal, undone, replayed and merged.
 * Ids of new issues and items are in the action, so that replaying gives the same review.
 */
export type Action =
  /** `null` makes the field unanswered. */
  | { do: 'answer'; at: FieldRef; answer: Answer | null }
  /** Several answers in one step (a group marked as not applicable). */
  | { do: 'answers'; entries: { at: FieldRef; answer: Answer | null }[] }
  /** `index`: place among the issues of its severity; the end without. */
  | { do: 'add-issue'; issue: Issue; index?: number }
  | { do: 'remove-issue'; id: string }
  /** Moves by so many places among the issues of its severity; stops at the ends. */
  | { do: 'move-issue'; id: string; by: number }
  /** Goes to the end of the new severity. Loses no answer. */
  | { do: 'set-severity'; id: string; severity: Severity }
  | { do: 'add-item'; list: string; item: Item; index?: number }
  | { do: 'remove-item'; list: string; id: string }
  | { do: 'move-item'; list: string; id: string; by: number }
  /** Says which issues an item is about; none takes the links away. */
  | { do: 'link'; list: string; id: string; issues: string[] }
  /** Sets the note of a section; empty removes it. */
  | { do: 'note'; section: string; text: string }
  | { do: 'issue-note'; id: string; text: string }
  /** Says what was taken as an issue's evidence from the reviewed repository; none forgets it. */
  | { do: 'sources'; id: string; sources: Source[] }
  /** Says what a file measured, in place of what it said before; none forgets the file. */
  | { do: 'measured'; file: string; measurements: Measurement[] }
  /** Says what scanners reported, in place of all that they had reported before. */
  | { do: 'findings'; findings: KeptFinding[] }
  /** Decides on findings, or takes a decision back. */
  | { do: 'decide'; entries: { fingerprint: string; decision: Decision | null }[] }
  /** Lets what a check found stand, with a reason; an empty one takes that back. `index` among the overrides. */
  | { do: 'override'; of: OverriddenProblem; reason: string; index?: number };
