import { type IssueTraits, type Spot, type Words, worthOf } from './issue-traits.ts';

/**
 * How alike two issues are. Numbers (HIGH-1) and severities are no part of it. Each kind of evidence that both issues
 * have counts from 0 to 1, times its weight; what is missing counts like nothing alike, up to `least` in all:
 *
 * - title (4): 1 when it is the same but for case, punctuation and numbering; else 0.9 of the words that both have
 * - location (3): 1 where lines overlap, less the farther apart they are in the same file, 0 in other files;
 *   locations that are words (1): the words that both have
 * - text (3): the words that both have in description, risk, impact, fix and evidence
 * - category (½)
 *
 * A word counts the more, the fewer issues have it.
 *
 * Beyond that, what speaks against it keeps a pair from being likely: places in other files only, without texts that
 * are alike; titles of which each names something that the other issue does not, unless both point at the same lines.
 */
export interface Similarity {
  /** 0 to 100, to a tenth. */
  score: number;
  /** How many kinds of evidence speak for it (title, location, text). */
  agreeing: number;
}

const weight = { title: 4, location: 3, place: 1, text: 3, category: 0.5 };
/** An equal title with nothing beside it does not prove that two issues are one. */
const least = 7;

/** From here on two issues are taken for the same. */
export const likelyFrom = 52;
/** From here on it is said that they may be. */
export const possibleFrom = 35;

/** What all beside the title counts at most. */
const mostBeside = weight.location + weight.text + weight.category;

/** @param from the least score of interest: null below it, which the titles alone can tell of most */
export function similarity(
  one: IssueTraits,
  other: IssueTraits,
  weights: number[],
  from: number,
): Similarity | null {
  const title = titleLikeness(one, other, weights);
  if (title !== null) {
    const most = (weight.title * title + mostBeside) / (weight.title + mostBeside);
    if (100 * most < from - 0.1) return null;
  }
  const spots = one.spots.length > 0 && other.spots.length > 0;
  const location = spots ? spotsLikeness(one.spots, other.spots) : null;
  const place = spots ? null : shared(one.placeWords, other.placeWords, weights);
  const text = shared(one.textWords, other.textWords, weights);
  const category = categoryLikeness(one.categories, other.categories);
  const sum = { score: 0, weight: 0 };
  const count = (value: number | null, kind: keyof typeof weight) => {
    if (value === null) return;
    sum.score += weight[kind] * value;
    sum.weight += weight[kind];
  };
  count(title, 'title');
  count(location, 'location');
  count(place, 'place');
  count(text, 'text');
  count(category, 'category');
  const whole = Math.max(sum.weight, least + (category === null ? 0 : weight.category));
  const reached = Math.round((1000 * sum.score) / whole) / 10;
  const near = (location ?? 0) >= 0.6;
  const isDoubtful = () =>
    (location === 0 && (text ?? 0) < 0.7) ||
    (!meet(one, other) &&
      differ(one, other, ({ titleWords, textWords }) => [titleWords, textWords], weights)) ||
    (!near && (text ?? 0) < 0.6 && differ(one, other, ({ titleWords }) => [titleWords], weights));
  const score = reached >= likelyFrom && isDoubtful() ? likelyFrom - 0.1 : reached;
  if (score < from) return null;
  return { score, agreeing: [title, location ?? place, text].filter((value) => (value ?? 0) >= 0.6).length };
}

/** Null when one of them has none, and so nothing can be said. */
function titleLikeness(one: IssueTraits, other: IssueTraits, weights: number[]): number | null {
  if (one.title === '' || other.title === '') return null;
  if (one.title === other.title) return 1;
  const words = shared(one.titleWords, other.titleWords, weights);
  return words === null ? 0 : 0.9 * words;
}

/** The weight of the words that both have, as a part of all (Dice); null when one of them has none. */
function shared(one: Words, other: Words, weights: number[]): number | null {
  const [some, others] = [one.ids, other.ids];
  if (some.length === 0 || others.length === 0) return null;
  let both = 0;
  for (let a = 0, b = 0; a < some.length && b < others.length; ) {
    const left = some[a] ?? 0;
    const right = others[b] ?? 0;
    if (left === right) both += weights[left] ?? 0;
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return (2 * both) / (one.worth + other.worth);
}

/** Each place with the nearest of the other issue, as a mean of both directions. */
const spotsLikeness = (one: Spot[], other: Spot[]): number =>
  (meanNearness(one, other) + meanNearness(other, one)) / 2;

function meanNearness(from: Spot[], to: Spot[]): number {
  let sum = 0;
  for (const spot of from) {
    let nearest = 0;
    for (const each of to) nearest = Math.max(nearest, nearness(spot, each));
    sum += nearest;
  }
  return sum / from.length;
}

function nearness(one: Spot, other: Spot): number {
  if (one.file !== other.file) return one.name === other.name ? 0.35 : 0;
  if (one.from === 0 || other.from === 0) return one.from === other.from ? 0.9 : 0.7;
  const gap = Math.max(one.from, other.from) - Math.min(one.to, other.to);
  return gap <= 0 ? 1 : gap <= 10 ? 0.9 : gap <= 50 ? 0.75 : 0.6;
}

function categoryLikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number | null {
  if (one.size === 0 || other.size === 0) return null;
  let both = 0;
  for (const name of one) if (other.has(name)) both += 1;
  return (2 * both) / (one.size + other.size);
}

/**
 * Whether more than a fifth of each title, by its words or their weight, is what the other issue has nowhere:
 * "Missing index on posts" and "Missing index on comments" are two issues, however alike their texts are.
 */
function differ(
  one: IssueTraits,
  other: IssueTraits,
  wordsOf: (issue: IssueTraits) => Words[],
  weights: number[],
): boolean {
  if (one.title === other.title) return false;
  const lacking = ({ titleWords }: IssueTraits, to: IssueTraits) => {
    const words = wordsOf(to);
    const lost = titleWords.ids.filter((word) => !words.some(({ ids }) => ids.includes(word)));
    const part = lost.length / Math.max(1, titleWords.ids.length);
    return Math.max(part, worthOf(lost, weights) / Math.max(1, titleWords.worth));
  };
  return Math.min(lacking(one, other), lacking(other, one)) > 0.2;
}

/** Whether both point at the same lines, or show the same code. */
const meet = (one: IssueTraits, other: IssueTraits): boolean =>
  (one.code !== '' && one.code === other.code) ||
  one.spots.some((spot) => other.spots.some((each) => spot.from > 0 && nearness(spot, each) === 1));
