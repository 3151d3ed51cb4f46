import type { IssueTraits, TraitsOfBoth } from './issue-traits.ts';

/** So many candidates of each issue are looked at closely. */
const most = 24;
/** What more issues than this have in common tells nothing about which is which. */
const frequent = 200;
/** A word of a text leads to other issues when at most so many have it. */
const rare = 8;
/** Lines in a file that are looked up together. */
const stretch = 25;

type Side = 'old' | 'new';

/** An old and a new issue, by their places in the two lists. */
export type Places = Record<Side, number>;

/** Something that issues can have in common, what it is worth, and the issues of both reviews that have it, by place. */
interface Shared extends Record<Side, number[]> {
  worth: number;
  /** Whether it is a word of the text: only a rare one leads to other issues. */
  inText: boolean;
}

/** What an issue has, and how many issues of its review have it before this one. */
interface Key {
  shared: Shared;
  at: number;
}

/**
 * The pairs of issues that are worth a close look, by their places: what shares words, paths or lines. Found by an
 * index, so that a thousand issues are not held against a thousand. The same pairs whichever side is the old one.
 */
export function candidatePairs({ old: before, new: after, weights }: TraitsOfBoth): Places[] {
  const index = new Map<string | number, Shared>();
  const leads = rareWords(before, after, weights.length);
  const oldKeys = before.map((one, place) => keysOf(one, { weights, leads, index, side: 'old', place }));
  const newKeys = after.map((one, place) => keysOf(one, { weights, leads, index, side: 'new', place }));
  const pairs = new Set<number>();
  best(newKeys, before.length, 'old', (one, other) => pairs.add(other * after.length + one));
  best(oldKeys, after.length, 'new', (one, other) => pairs.add(one * after.length + other));
  return Array.from(pairs, (pair) => ({ old: Math.floor(pair / after.length), new: pair % after.length }));
}

/** Of each word whether it is rare in the texts of one side at least: most that is said many say. */
function rareWords(before: IssueTraits[], after: IssueTraits[], size: number): boolean[] {
  const count = (all: IssueTraits[]): Uint32Array => {
    const counts = new Uint32Array(size);
    for (const { textWords } of all) for (const word of textWords.ids) counts[word] = (counts[word] ?? 0) + 1;
    return counts;
  };
  const [one, other] = [count(before), count(after)];
  return Array.from(one, (times, word) => Math.min(times, other[word] ?? 0) <= rare);
}

/** @param size of the other side */
function best(from: Key[][], size: number, side: Side, found: (one: number, other: number) => void): void {
  const worths = new Float64Array(size);
  for (const [one, keys] of from.entries()) {
    const touched: number[] = [];
    for (const { shared, at } of keys) {
      const all = shared[side];
      if (shared.inText && all.length > rare) continue;
      // Of very many that have the same, those that stand where this one does among its own.
      const some = all.length > frequent ? all.slice(Math.max(0, at - most / 2), at + most / 2) : all;
      some.forEach((other) => {
        if (worths[other] === 0) touched.push(other);
        worths[other] = (worths[other] ?? 0) + shared.worth;
      });
    }
    touched.sort(
      (a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || Math.abs(a - one) - Math.abs(b - one) || a - b,
    );
    touched.forEach((other, rank) => {
      worths[other] = 0;
      if (rank < most) found(one, other);
    });
  }
}

interface Indexing {
  weights: number[];
  /** Whether a word of a text can lead to other issues. */
  leads: boolean[];
  /** By names, and by numbers of words for each of the three that have words. */
  index: Map<string | number, Shared>;
  side: Side;
  place: number;
}

/** What an issue has, each once; it is noted in the index. */
function keysOf(
  { title, titleWords, textWords, spots, placeWords }: IssueTraits,
  { weights, leads, index, side, place }: Indexing,
): Key[] {
  const keys: Key[] = [];
  const add = (name: string | number, worth: number, inText = false) => {
    let shared = index.get(name);
    if (!shared) {
      shared = { worth, inText, old: [], new: [] };
      index.set(name, shared);
    }
    const has = shared[side];
    if (has.at(-1) !== place) keys.push({ shared, at: has.push(place) - 1 });
  };
  const worthOf = (word: number) => (weights[word] ?? 0) / 1000;
  if (title !== '') add(`t${title}`, 50);
  for (const word of titleWords.ids) add(3 * word, worthOf(word) * 2);
  for (const word of placeWords.ids) add(3 * word + 1, worthOf(word));
  for (const word of textWords.ids) if (leads[word]) add(3 * word + 2, worthOf(word) / 4, true);
  for (const { file, name, from, to } of spots) {
    add(`f${file}`, 8);
    add(`b${name}`, 2);
    const last = Math.min(Math.floor(to / stretch) + 1, Math.floor(from / stretch) + 8);
    for (let at = Math.floor(from / stretch); from > 0 && at <= last; at += 1) add(`l${at} ${file}`, 10);
  }
  return keys;
}
