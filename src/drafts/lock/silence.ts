/** Milliseconds without a sign of life after which a lock is nobody's any more. */
const longSilence = 10_000;
/** The same where none is to be expected: of a process that is stopped, or was killed before it could put its name there. */
const shortSilence = 1000;

/** Most that passes between two looks: whoever looks stood still in between, not the one who is looked at. */
const longestStep = 2500;

/**
 * Tells whether a lock gives no sign of life any more: whether it stayed the same while somebody looked again and
 * again. No two clocks are compared, as those of two machines may be hours apart, and the same one may be set back.
 * @param steady milliseconds on a clock that is never set
 */
export function watchSilence(steady: () => number): (pulse: string, isExpected: boolean) => boolean {
  let seen = '';
  let looked = 0;
  let silent = 0;
  return (pulse, isExpected) => {
    const at = steady();
    silent = pulse === seen ? silent + Math.min(at - looked, longestStep) : 0;
    seen = pulse;
    looked = at;
    return silent >= (isExpected ? longSilence : shortSilence);
  };
}
