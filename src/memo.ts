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
    if (before?.rest.every((one, index) => one === rest[index])) return before.made;
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
    if (last?.given.every((one, index) => one === given[index])) return last.made;
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
    if (last?.values.every((one, index) => one === values[index])) return last.made;
    last = { values, made: make(argument) };
    return last.made;
  };
}
