import type { LineRange } from '../../review/evidence/line-ranges.ts';
import type { IssueTraits } from './issue-traits.ts';

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

export function similarity(one: IssueTraits, other: IssueTraits, weights: number[]): Similarity {
  const title = titleLikeness(one, other, weights);
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
  const score = Math.round((1000 * sum.score) / whole) / 10;
  const agreeing = [title, location ?? place, text].filter((value) => (value ?? 0) >= 0.6).length;
  const near = (location ?? 0) >= 0.6;
  const isDoubtful = () =>
    (location === 0 && (text ?? 0) < 0.7) ||
    (!meet(one, other) && differ(one, other, (issue) => issue.words, weights)) ||
    (!near && (text ?? 0) < 0.6 && differ(one, other, (issue) => issue.titled, weights));
  return { score: score >= likelyFrom && isDoubtful() ? likelyFrom - 0.1 : score, agreeing };
}

/** Null when one of them has none, and so nothing can be said. */
function titleLikeness(one: IssueTraits, other: IssueTraits, weights: number[]): number | null {
  if (one.title === '' || other.title === '') return null;
  if (one.title === other.title) return 1;
  const words = shared(one.titleWords, other.titleWords, weights);
  return words === null ? 0 : 0.9 * words;
}

/** The weight of the words that both have, as a part of all (Dice); null when one of them has none. */
function shared(one: number[], other: number[], weights: number[]): number | null {
  if (one.length === 0 || other.length === 0) return null;
  let both = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const [left, right] = [one[a] ?? 0, other[b] ?? 0];
    if (left === right) both += weights[left] ?? 0;
    if (left <= right) a += 1;
    if (right <= left) b += 1;
  }
  return (2 * both) / (total(one, weights) + total(other, weights));
}

function total(words: number[], weights: number[]): number {
  let sum = 0;
  for (const word of words) sum += weights[word] ?? 0;
  return sum;
}

/** Each place with the nearest of the other issue, as a mean of both directions. */
function spotsLikeness(one: LineRange[], other: LineRange[]): number {
  const mean = (from: LineRange[], to: LineRange[]) =>
    from.reduce((sum, spot) => sum + to.reduce((most, each) => Math.max(most, nearness(spot, each)), 0), 0) /
    from.length;
  return (mean(one, other) + mean(other, one)) / 2;
}

function nearness(one: LineRange, other: LineRange): number {
  if (one.file !== other.file) return baseName(one.file) === baseName(other.file) ? 0.35 : 0;
  if (one.from === 0 || other.from === 0) return one.from === other.from ? 0.9 : 0.7;
  const gap = Math.max(one.from, other.from) - Math.min(one.to, other.to);
  return gap <= 0 ? 1 : gap <= 10 ? 0.9 : gap <= 50 ? 0.75 : 0.6;
}

export const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

function categoryLikeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number | null {
  if (one.size === 0 || other.size === 0) return null;
  return (2 * [...one].filter((name) => other.has(name)).length) / (one.size + other.size);
}

/**
 * Whether more than a fifth of each title, by its words or their weight, is what the other issue has nowhere:
 * "Missing index on posts" and "Missing index on comments" are two issues, however alike their texts are.
 */
function differ(
  one: IssueTraits,
  other: IssueTraits,
  wordsOf: (issue: IssueTraits) => ReadonlySet<number>,
  weights: number[],
): boolean {
  if (one.title === other.title) return false;
  const lacking = (from: IssueTraits, to: IssueTraits) => {
    const words = wordsOf(to);
    const lost = from.titleWords.filter((word) => !words.has(word));
    const part = lost.length / Math.max(1, from.titleWords.length);
    return Math.max(part, total(lost, weights) / Math.max(1, total(from.titleWords, weights)));
  };
  return Math.min(lacking(one, other), lacking(other, one)) > 0.2;
}

/** Whether both point at the same lines, or show the same code. */
const meet = (one: IssueTraits, other: IssueTraits): boolean =>
  (one.code !== '' && one.code === other.code) ||
  one.spots.some((spot) => other.spots.some((each) => spot.from > 0 && nearness(spot, each) === 1));
