import type { IssueTraits, TraitsOfBoth } from './issue-traits.ts';
import { baseName } from './similarity.ts';

/** So many candidates of each issue are looked at closely. */
const most = 24;
/** What more issues than this have in common tells nothing about which is which. */
const frequent = 200;
/** A word of a text leads to other issues when at most so many have it. */
const rare = 8;
/** Lines in a file that are looked up together. */
const stretch = 25;

/** Something that two issues can have in common, and what it is worth. */
interface Key {
  key: string;
  worth: number;
}

/**
 * The pairs of issues that are worth a close look, by their places: what shares words, paths or lines. Found by an
 * index, so that a thousand issues are not held against a thousand. The same pairs whichever side is the old one.
 */
export function candidatePairs({ old: before, new: after, weights }: TraitsOfBoth): [number, number][] {
  const keys = [before, after].map((all) => all.map((one) => keysOf(one, weights)));
  const [oldKeys = [], newKeys = []] = keys;
  const pairs = new Map<number, [number, number]>();
  const add = (one: number, other: number) => pairs.set(one * after.length + other, [one, other]);
  best(newKeys, oldKeys, (one, other) => add(other, one));
  best(oldKeys, newKeys, add);
  return [...pairs.values()];
}

function best(from: Key[][], to: Key[][], found: (one: number, other: number) => void): void {
  const [own, index] = [indexOf(from), indexOf(to)];
  const worths = new Float64Array(to.length);
  for (const [one, keys] of from.entries()) {
    const touched = new Set<number>();
    for (const { key, worth } of keys) {
      const all = index.get(key) ?? [];
      if (key.startsWith('x') && all.length > rare) continue;
      const some = all.length > frequent ? around(all, own.get(key) ?? [], one) : all;
      for (const other of some) {
        touched.add(other);
        worths[other] = (worths[other] ?? 0) + worth;
      }
    }
    const ranked = [...touched].sort(
      (a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || Math.abs(a - one) - Math.abs(b - one) || a - b,
    );
    for (const other of ranked.slice(0, most)) found(one, other);
    for (const other of touched) worths[other] = 0;
  }
}

/** Of very many that have the same, those that stand where this one does among its own. */
function around(all: number[], peers: number[], one: number): number[] {
  const at = peers.indexOf(one);
  return all.slice(Math.max(0, at - most / 2), at + most / 2);
}

function indexOf(all: Key[][]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, keys] of all.entries()) {
    for (const { key } of keys) {
      const known = index.get(key);
      if (known) known.push(at);
      else index.set(key, [at]);
    }
  }
  return index;
}

function keysOf({ title, titleWords, textWords, spots, placeWords }: IssueTraits, weights: number[]): Key[] {
  const worthOf = (word: number) => (weights[word] ?? 0) / 1000;
  const keys = new Map<string, number>();
  if (title !== '') keys.set(`t${title}`, 50);
  for (const word of titleWords) keys.set(`w${word}`, worthOf(word) * 2);
  for (const word of placeWords) keys.set(`p${word}`, worthOf(word));
  for (const word of textWords) keys.set(`x${word}`, worthOf(word) / 4);
  for (const { file, from, to } of spots) {
    keys.set(`f${file}`, 8);
    keys.set(`b${baseName(file)}`, 2);
    const last = Math.min(Math.floor(to / stretch) + 1, Math.floor(from / stretch) + 8);
    for (let at = Math.floor(from / stretch); from > 0 && at <= last; at += 1) keys.set(`l${at} ${file}`, 10);
  }
  return [...keys].map(([key, worth]) => ({ key, worth }));
}
