import { isUnique } from '../../review/ids.ts';
import type { ComparedIssue, ComparedReview } from '../compared-review.ts';
import { candidatePairs, type Places } from './candidate-pairs.ts';
import { issueContent } from './changed-parts.ts';
import { inCommon } from './in-common.ts';
import { type IssueTraits, type TraitsOfBoth, traitsOfBoth } from './issue-traits.ts';
import { likelyFrom, possibleFrom, type Similarity, similarity } from './similarity.ts';

/**
 * How sure it is that two issues are one. `certain`: the same id, the same words, or a score of 85 with two kinds of
 * evidence and nothing else that would fit as well. `likely`: a score of 52. `possible`: a score of 35, which is not
 * enough: the issues count as resolved and new, and it is said that they may be one.
 */
export type Certainty = 'certain' | 'likely' | 'possible';

/** That an old and a new issue are one, or may be. */
export interface Match extends Places {
  by: 'id' | 'content';
  certainty: Certainty;
  /** 0 to 100: see `Likeness`. 100 for what was matched by id. */
  score: number;
  /** What the two have in common, in words; empty for what was matched by id or is the same. */
  reason: string;
}

const surely = 85;
/** A rival that comes so near to the best one leaves it open which of them is meant. */
const rivalry = 5;

/**
 * Which issue of the new review is which of the old one, and which may be. Each stands in one match at most. Of equal
 * ones it takes those of the same severity, then those that stand at the same place.
 */
export function matchIssues(
  sides: { old: ComparedReview; new: ComparedReview },
  before: ComparedIssue[],
  after: ComparedIssue[],
): Match[] {
  const [freeOld, freeNew] = [new Set(before.keys()), new Set(after.keys())];
  const matches: Match[] = [];
  const take = (match: Match) => {
    if (!freeOld.has(match.old) || !freeNew.has(match.new)) return;
    freeOld.delete(match.old);
    freeNew.delete(match.new);
    matches.push(match);
  };
  for (const [one, other] of sameIds(sides, before, after)) take(sure(one, other, 'id'));
  const rest = () => [
    [...freeOld].map((at) => ({ at, subject: before[at] as ComparedIssue })),
    [...freeNew].map((at) => ({ at, subject: after[at] as ComparedIssue })),
  ];
  const [oldRest = [], newRest = []] = rest();
  for (const [one, other] of sameContents(oldRest, newRest)) take(sure(one, other, 'content'));
  for (const match of byLikeness(rest(), freeOld, freeNew)) take(match);
  return matches;
}

const sure = (one: number, other: number, by: Match['by']): Match => ({
  old: one,
  new: other,
  by,
  certainty: 'certain',
  score: 100,
  reason: '',
});

/**
 * Ids tell only in drafts: those of a report that was read were made while it was read. In two states of one draft
 * every id tells, in two drafts those that the program made.
 */
function sameIds(
  sides: { old: ComparedReview; new: ComparedReview },
  before: ComparedIssue[],
  after: ComparedIssue[],
): [number, number][] {
  if (!sides.old.draft || !sides.new.draft) return [];
  const sameDraft = sides.old.draft === sides.new.draft;
  const places = new Map(after.map(({ ref }, at) => [ref.id, at]));
  return before.flatMap(({ ref: { id } }, at): [number, number][] => {
    const other = sameDraft || isUnique(id) ? places.get(id) : undefined;
    return other === undefined ? [] : [[at, other]];
  });
}

type Placed = { at: number; subject: ComparedIssue };

function sameContents(before: Placed[], after: Placed[]): [number, number][] {
  const byContent = Map.groupBy(after, ({ subject }) => issueContent(subject));
  const used = new Map<string, number>();
  return before.flatMap(({ at, subject }): [number, number][] => {
    const content = issueContent(subject);
    const count = used.get(content) ?? 0;
    const other = byContent.get(content)?.[count];
    if (!other) return [];
    used.set(content, count + 1);
    return [[at, other.at]];
  });
}

/** Two issues, by their places, and how alike they are. */
interface Pair extends Similarity, Places {
  sameSeverity: 0 | 1;
  oldTraits: IssueTraits;
  newTraits: IssueTraits;
}

/** The pairs that are alike enough to be spoken of, the most alike first. */
function* byLikeness(
  [before = [], after = []]: Placed[][],
  freeOld: ReadonlySet<number>,
  freeNew: ReadonlySet<number>,
): Generator<Match> {
  const corpus = traitsOfBoth(
    before.map(({ subject }) => subject),
    after.map(({ subject }) => subject),
  );
  const candidates = candidatePairs(corpus);
  const isFree = (pair: Places) => freeOld.has(pair.old) && freeNew.has(pair.new);
  const scored = (from: number): Pair[] => {
    const pairs: Pair[] = [];
    for (const candidate of candidates) {
      const one = before[candidate.old];
      const other = after[candidate.new];
      const oldTraits = corpus.old[candidate.old];
      const newTraits = corpus.new[candidate.new];
      if (!one || !other || !oldTraits || !newTraits) continue;
      if (!freeOld.has(one.at) || !freeNew.has(other.at)) continue;
      const alike = similarity(oldTraits, newTraits, corpus.weights, from);
      if (!alike) continue;
      const sameSeverity = one.subject.ref.severity === other.subject.ref.severity ? 0 : 1;
      pairs.push({ ...alike, old: one.at, new: other.at, sameSeverity, oldTraits, newTraits });
    }
    return pairs;
  };
  // Most issues find the one that they are here, and then nobody has to look closely at all that they might be.
  yield* inOrder(scored(surely - rivalry), isFree, corpus);
  yield* inOrder(scored(possibleFrom), isFree, corpus);
}

/** Of pairs, the most alike first, those of which both issues are free when it is their turn. */
function* inOrder(pairs: Pair[], isFree: (pair: Places) => boolean, corpus: TraitsOfBoth): Generator<Match> {
  // The others come too near to none that is sure.
  const rivals = pairs.filter(({ score }) => score > surely - rivalry);
  const ofOld = Map.groupBy(rivals, (pair) => pair.old);
  const ofNew = Map.groupBy(rivals, (pair) => pair.new);
  const hasRival = (pair: Pair) => {
    const isNear = (rival: Pair) => rival !== pair && rival.score > pair.score - rivalry && isFree(rival);
    return (ofOld.get(pair.old) ?? []).some(isNear) || (ofNew.get(pair.new) ?? []).some(isNear);
  };
  const byScore = Map.groupBy(pairs, ({ score }) => score);
  for (const score of [...byScore.keys()].sort((a, b) => b - a)) {
    // Most of the less alike are of issues that are matched by now: these need no place in the order.
    for (const pair of (byScore.get(score) ?? []).filter(isFree).sort(nearestFirst)) {
      if (!isFree(pair)) continue;
      const certain = score >= surely && pair.agreeing > 1 && !hasRival(pair);
      const certainty = certain ? 'certain' : score >= likelyFrom ? 'likely' : 'possible';
      const reason = certainty === 'possible' ? inCommon(pair.oldTraits, pair.newTraits, corpus) : '';
      yield { old: pair.old, new: pair.new, by: 'content', certainty, score, reason };
    }
  }
}

/** Of pairs that are equally alike: those of the same severity, then those that stand at the same place. */
const nearestFirst = (a: Pair, b: Pair): number =>
  a.sameSeverity - b.sameSeverity ||
  Math.abs(a.old - a.new) - Math.abs(b.old - b.new) ||
  a.old + a.new - b.old - b.new;
