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
 * The function with a memory of its last call: what it made is kept while the values that `given` lists of its argument
 * are the same.
 */
export function memoLast<Argument, Made>(
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
