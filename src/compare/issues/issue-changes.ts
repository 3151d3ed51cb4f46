import { severityRank } from '../../fields/issue.ts';
import {
  type ComparedIssue,
  type ComparedReview,
  comparedIssues,
  type IssueRef,
} from '../compared-review.ts';
import { answeredFor } from './answered-for.ts';
import { changedParts, type Part } from './changed-parts.ts';
import { type Certainty, type Match, matchIssues } from './match-issues.ts';
import { outcomeInNew, resolvedInPrevious } from './previous-outcomes.ts';

/**
 * What became of an issue. `regressed`: its severity rose, or the previous review itself lists it as resolved and it
 * is back. `resolved`: the new review does not have it and answers for it, see `answeredFor`; `because` tells what that
 * review says of it. `not-mentioned`: the new review does not have it, and does not say that it looked.
 */
export const outcomes = [
  'regressed',
  'new',
  'downgraded',
  'reworded',
  'unchanged',
  'resolved',
  'not-mentioned',
] as const;
export type IssueOutcome = (typeof outcomes)[number];

export interface IssueChange {
  outcome: IssueOutcome;
  /** Null for what is new or back. */
  old: IssueRef | null;
  /** Null for what only the old review has. */
  new: IssueRef | null;
  /** For `regressed`: why. For `resolved`: what the new review says of it, when that is not that it is resolved. */
  because: 'severity' | 'back' | 'accepted' | 'undecided' | null;
  /** What reads otherwise, beside the severity. */
  changed: Part[];
  /** How the two were found to be the same issue; null where there is only one. */
  match: { by: Match['by']; certainty: Certainty; score: number } | null;
  /** For what is new, or only the old review has: the issue of the other review that it may be, and why. */
  perhaps: { issue: IssueRef; score: number; reason: string } | null;
}

/** What became of an issue in words of its own: `resolved` only what nobody says otherwise of. */
export const becameOf = ({ outcome, because }: IssueChange): Became =>
  because === 'accepted' || because === 'undecided' ? because : outcome;

export const became = [...outcomes, 'accepted', 'undecided'] as const;
export type Became = (typeof became)[number];

/** Every issue of both reviews exactly once: those of the new one in its order, then those that only the old one has. */
export function issueChanges(sides: { old: ComparedReview; new: ComparedReview }): IssueChange[] {
  const [before, after] = [comparedIssues(sides.old), comparedIssues(sides.new)];
  const matches = matchIssues(sides, before, after);
  const byNew = new Map(matches.map((match) => [match.new, match]));
  const byOld = new Map(matches.map((match) => [match.old, match]));
  const wasResolved = resolvedInPrevious(sides.old);
  const outcomeOf = outcomeInNew(sides.new);
  const isAnsweredFor = answeredFor(sides);
  const present = after.map((subject, at): IssueChange => {
    const match = byNew.get(at);
    const other = match && before[match.old];
    if (match && other && match.certainty !== 'possible') return bothHave(sides, other, subject, match);
    const perhaps = match && other ? { issue: other.ref, score: match.score, reason: match.reason } : null;
    const back = wasResolved(subject.ref.title);
    const [outcome, because] = back ? (['regressed', 'back'] as const) : (['new', null] as const);
    return { outcome, old: null, new: subject.ref, because, changed: [], match: null, perhaps };
  });
  const gone = before.flatMap((subject, at): IssueChange[] => {
    const match = byOld.get(at);
    if (match && match.certainty !== 'possible') return [];
    const other = match && after[match.new];
    const perhaps = match && other ? { issue: other.ref, score: match.score, reason: match.reason } : null;
    const because = outcomeOf(subject.ref.title);
    const outcome = because !== null || isAnsweredFor(subject) ? 'resolved' : 'not-mentioned';
    return [{ outcome, old: subject.ref, new: null, because, changed: [], match: null, perhaps }];
  });
  return [...present, ...gone];
}

function bothHave(
  sides: { old: ComparedReview; new: ComparedReview },
  one: ComparedIssue,
  other: ComparedIssue,
  match: Match,
): IssueChange {
  const changed = changedParts([sides.old.template, one], [sides.new.template, other]);
  const by = severityRank(one.ref.severity) - severityRank(other.ref.severity);
  const outcome =
    by > 0 ? 'regressed' : by < 0 ? 'downgraded' : changed.length > 0 ? 'reworded' : 'unchanged';
  const { certainty, score } = match;
  return {
    outcome,
    old: one.ref,
    new: other.ref,
    because: by > 0 ? 'severity' : null,
    changed,
    match: { by: match.by, certainty, score },
    perhaps: null,
  };
}
