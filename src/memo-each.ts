import { isDeepStrictEqual } from 'node:util';

/** What was found in each element of a list: undefined where it was not looked at yet. */
interface Known<One, Made> {
  all: readonly One[];
  each: (readonly Made[] | undefined)[];
  /** Before it all were looked at. */
  next: number;
  /** All that was found in a row; null while it is not asked for. */
  flat: readonly Made[] | null;
}

type Look<One, Made> = (one: One) => readonly Made[];

/** A search in each element of a list, by `memoEach`. */
export interface EachSearch<One, Rest extends unknown[], Made> {
  (all: readonly One[], ...rest: Rest): readonly Made[];
  /** Looks at so many elements that were not looked at yet; false while there are more of them. */
  ahead(most: number, all: readonly One[], ...rest: Rest): boolean;
}

/**
 * The function that looks at each element of a list, and gives what it finds in a row. It remembers the last list: of
 * one that shares its elements only the others are looked at, and while nothing else is found in them, the very same
 * array is given. What is given is not to be changed.
 * @param look what is found in an element; the other arguments are the same for all of them
 */
export function memoEach<One extends object, Rest extends unknown[], Made>(
  look: (one: One, ...rest: Rest) => readonly Made[],
): EachSearch<One, Rest, Made> {
  let known: Known<One, Made> | null = null;
  let given: Rest | null = null;
  const search = (most: number, all: readonly One[], rest: Rest): Known<One, Made> => {
    const isSame = given?.every((one, index) => one === rest[index]) && given.length === rest.length;
    const looked: Look<One, Made> = (one) => {
      const found = look(one, ...rest);
      return found.length === 0 ? none : found;
    };
    const before = isSame && known ? known : { all, each: new Array(all.length), next: 0, flat: null };
    known = filled(after(before, all, looked), most, looked);
    given = rest;
    return known;
  };
  return Object.assign(
    (all: readonly One[], ...rest: Rest) => {
      const found = search(Infinity, all, rest);
      found.flat ??= flatOf(found);
      return found.flat;
    },
    {
      ahead: (most: number, all: readonly One[], ...rest: Rest) =>
        search(most, all, rest).next === all.length,
    },
  );
}

/** Gives the last list again for one with the same elements, or elements that hold the same. */
export function steady<One>(): (all: readonly One[]) => readonly One[] {
  let last: readonly One[] = [];
  return (all) => {
    last = carriedOver(last, all);
    return last;
  };
}

function after<One, Made>(before: Known<One, Made>, all: readonly One[], look: Look<One, Made>) {
  if (all === before.all) return before;
  return all.length === before.all.length ? replaced(before, all, look) : shifted(before, all, look);
}

/** Some elements took the place of others. */
function replaced<One, Made>(
  { all: old, each, next, flat }: Known<One, Made>,
  all: readonly One[],
  look: Look<One, Made>,
): Known<One, Made> {
  let isSame = true;
  for (let at = 0; at < all.length; at += 1) {
    const was = each[at];
    if (all[at] === old[at] || !was) continue;
    each[at] = carriedOver(was, look(all[at] as One));
    isSame &&= each[at] === was;
  }
  return { all, each, next, flat: isSame ? flat : null };
}

/** Elements came, went, or are elsewhere: what stands between the common ends is looked for among the old ones. */
function shifted<One, Made>(
  { all: old, each, flat }: Known<One, Made>,
  all: readonly One[],
  look: Look<One, Made>,
): Known<One, Made> {
  const most = Math.min(all.length, old.length);
  let start = 0;
  while (start < most && all[start] === old[start]) start += 1;
  let left = 0;
  while (left < most - start && all[all.length - 1 - left] === old[old.length - 1 - left]) left += 1;
  const between = old.slice(start, old.length - left);
  const found = new Map(between.map((one, at) => [one, each[start + at]]));
  const next = {
    all,
    each: [
      ...each.slice(0, start),
      ...all.slice(start, all.length - left).map((one) => (found.has(one) ? found.get(one) : look(one))),
      ...each.slice(each.length - left),
    ],
    next: 0,
    flat: null,
  };
  if (!flat) return next;
  const row = flatOf(next);
  return { ...next, flat: isAlike(flat, row) ? flat : row };
}

/** Looks at what was not looked at yet. */
function filled<One, Made>(known: Known<One, Made>, most: number, look: Look<One, Made>): Known<One, Made> {
  const { all, each } = known;
  for (let left = most; known.next < all.length; known.next += 1) {
    if (each[known.next]) continue;
    if (left === 0) break;
    left -= 1;
    each[known.next] = look(all[known.next] as One);
  }
  return known;
}

function flatOf<One, Made>({ each }: Known<One, Made>): readonly Made[] {
  const flat: Made[] = [];
  for (const found of each) for (const one of found ?? none) flat.push(one);
  return flat;
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
    if (at < old.length && isDeepStrictEqual(one, old[at])) return old[at] as One;
    isSame = false;
    return one;
  });
  return isSame ? old : all;
}
