import { isDeepStrictEqual } from 'node:util';

/** What was found in each element of a list. */
interface Known<One, Made> {
  all: readonly One[];
  each: (readonly Made[])[];
  /** All of it in a row. */
  flat: readonly Made[];
}

/**
 * The function that looks at each element of a list, and gives what it finds in a row. It remembers the last list: of
 * one that shares its elements only the others are looked at, and while nothing else is found in them, the very same
 * array is given. What is given is not to be changed.
 * @param look what is found in an element; the other arguments are the same for all of them
 */
export function memoEach<One extends object, Rest extends unknown[], Made>(
  look: (one: One, ...rest: Rest) => readonly Made[],
): (all: readonly One[], ...rest: Rest) => readonly Made[] {
  let known: Known<One, Made> | null = null;
  let given: Rest | null = null;
  return (all, ...rest) => {
    const isSame = given?.every((one, index) => one === rest[index]) && given.length === rest.length;
    const looked = (one: One) => look(one, ...rest);
    const before = isSame ? known : null;
    known = before ? foundAfter(before, all, looked) : foundIn(all, all.map(looked));
    given = rest;
    return known.flat;
  };
}

/** Gives the last list again for one with the same elements, or elements that hold the same. */
export function steady<One>(): (all: readonly One[]) => readonly One[] {
  let last: readonly One[] = [];
  return (all) => {
    last = carriedOver(last, all);
    return last;
  };
}

function foundAfter<One, Made>(
  before: Known<One, Made>,
  all: readonly One[],
  look: (one: One) => readonly Made[],
): Known<One, Made> {
  if (all === before.all) return before;
  return all.length === before.all.length ? replaced(before, all, look) : shifted(before, all, look);
}

/** Some elements took the place of others. */
function replaced<One, Made>(
  { all: old, each, flat }: Known<One, Made>,
  all: readonly One[],
  look: (one: One) => readonly Made[],
): Known<One, Made> {
  let isSame = true;
  for (let at = 0; at < all.length; at += 1) {
    if (all[at] === old[at]) continue;
    const was = each[at] ?? [];
    const is = carriedOver(was, look(all[at] as One));
    if (is === was) continue;
    each[at] = is;
    isSame = false;
  }
  return isSame ? { all, each, flat } : foundIn(all, each);
}

/** Elements came, went, or are elsewhere: what stands between the common ends is looked for among the old ones. */
function shifted<One, Made>(
  { all: old, each, flat }: Known<One, Made>,
  all: readonly One[],
  look: (one: One) => readonly Made[],
): Known<One, Made> {
  const most = Math.min(all.length, old.length);
  let start = 0;
  while (start < most && all[start] === old[start]) start += 1;
  let left = 0;
  while (left < most - start && all[all.length - 1 - left] === old[old.length - 1 - left]) left += 1;
  const between = old.slice(start, old.length - left);
  const found = new Map(between.map((one, at) => [one, each[start + at] ?? []]));
  const next = foundIn(all, [
    ...each.slice(0, start),
    ...all.slice(start, all.length - left).map((one) => found.get(one) ?? look(one)),
    ...each.slice(each.length - left),
  ]);
  return { ...next, flat: isAlike(flat, next.flat) ? flat : next.flat };
}

function foundIn<One, Made>(all: readonly One[], each: (readonly Made[])[]): Known<One, Made> {
  const flat: Made[] = [];
  for (const found of each) for (const one of found) flat.push(one);
  return { all, each: each.map((found) => (found.length === 0 ? none : found)), flat };
}

/** One array for all elements in which nothing is found: there may be a hundred thousand. */
const none: readonly never[] = [];

const isAlike = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((element, at) => element === other[at]);

/** What is new, with the old elements where they say the same; the old array where all of them do. */
function carriedOver<One>(old: readonly One[], fresh: readonly One[]): readonly One[] {
  let isSame = old.length === fresh.length;
  const all = fresh.map((one, at) => {
    if (one === old[at]) return one;
    if (isDeepStrictEqual(one, old[at])) return old[at] as One;
    isSame = false;
    return one;
  });
  return isSame ? old : all;
}
