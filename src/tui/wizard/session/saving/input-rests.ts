/** Milliseconds from one look to the next, and how many looks without a key make a rest. */
const [every, looks] = [100, 5];

/**
 * Does something once no key has come for a while. A process that was stopped or stalled finds its keys only when it
 * reads its input again, and its timers come before that: each look counts only after one more turn of reading.
 * @param keys how many keys have come until now
 * @returns what calls it off
 */
export function whenInputRests(keys: () => number, then: () => void): () => void {
  let seen = keys();
  let quiet = 0;
  const timer = setInterval(() => {
    setImmediate(() => {
      if (keys() !== seen) {
        seen = keys();
        quiet = 0;
      } else if (++quiet === looks) {
        clearInterval(timer);
        then();
      }
    });
  }, every);
  return () => {
    clearInterval(timer);
    quiet = looks;
  };
}
