/**
 * The function with a memory: what it made of an object is kept as long as that object is in use, and made anew when
 * one of the other arguments is not the same as the last time.
 */
export function memo<Key extends object, Rest extends unknown[], Made>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const kept = new WeakMap<Key, { rest: Rest; made: Made }>();
  return (key, ...rest) => {
    const before = kept.get(key);
    if (before && isSame(before.rest, rest)) return before.made;
    const made = make(key, ...rest);
    kept.set(key, { rest, made });
    return made;
  };
}

/**
 * The function with a memory of the last time only: what it made then is given again for the same arguments, and for
 * others handed to `make`, so that what stays the same in it can stay the same object.
 */
export function memoLast<Given extends unknown[], Made>(
  make: (before: Made | null, ...given: Given) => Made,
): (...given: Given) => Made {
  let last: { given: Given; made: Made } | null = null;
  return (...given) => {
    if (last && isSame(last.given, given)) return last.made;
    const made = make(last?.made ?? null, ...given);
    last = { given, made };
    return made;
  };
}

/** The same for a function of one argument, where only the values that `given` lists of it matter. */
export function memoBy<Argument, Made>(
  given: (argument: Argument) => unknown[],
  make: (argument: Argument) => Made,
): (argument: Argument) => Made {
  let last: { values: unknown[]; made: Made } | null = null;
  return (argument) => {
    const values = given(argument);
    if (last && isSame(last.values, values)) return last.made;
    last = { values, made: make(argument) };
    return last.made;
  };
}

/** It is asked for hundreds of times after each key. */
function isSame(before: readonly unknown[], now: readonly unknown[]): boolean {
  for (let at = 0; at < before.length; at += 1) if (before[at] !== now[at]) return false;
  return true;
}

/**
 * A sum over a list that remembers the last one: what the two lists share at their ends is not added up again. After a
 * key that is all but one element.
 * @param add the sum with an element (`times` 1), or without one that was in it (-1)
 */
export function memoSum<One, Sum>(
  none: Sum,
  add: (sum: Sum, one: One, times: 1 | -1) => Sum,
): (all: readonly One[]) => Sum {
  let last: readonly One[] = [];
  let sum = none;
  return (all) => {
    if (all === last) return sum;
    let start = 0;
    while (start < all.length && start < last.length && all[start] === last[start]) start += 1;
    let [end, lastEnd] = [all.length, last.length];
    while (end > start && lastEnd > start && all[end - 1] === last[lastEnd - 1]) {
      end -= 1;
      lastEnd -= 1;
    }
    sum = last.slice(start, lastEnd).reduce((now, one) => add(now, one, -1), sum);
    sum = all.slice(start, end).reduce((now, one) => add(now, one, 1), sum);
    last = all;
    return sum;
  };
}
