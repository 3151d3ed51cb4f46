import { closeSync, fstatSync, openSync, statSync } from 'node:fs';

/** Milliseconds without a heartbeat after which a lease is nobody's any more. */
const stale = 10_000;
/** Milliseconds from one heartbeat to the next. */
export const beat = 2000;

/** Milliseconds in which it is sure to be told whether a heart beats. */
export const longestLook = stale + beat;

/** Most that passes between two looks: whoever looks stood still in between, not the one who is looked at. */
const longestStep = 2500;

/**
 * Tells whether a lock's heartbeat has stopped: whether it stood still for 10 seconds while somebody looked again and
 * again. No two clocks are compared, as those of two machines may be hours apart, and the same one may be set back.
 * @param steady milliseconds on a clock that is never set
 */
export function watchHeart(path: string, steady: () => number): { stopped(): boolean } {
  let seen: string | null = null;
  let looked = 0;
  let still = 0;
  return {
    stopped() {
      const at = steady();
      const now = pulse(path);
      still = now === seen ? still + Math.min(at - looked, longestStep) : 0;
      seen = now;
      looked = at;
      return seen !== null && still >= stale;
    },
  };
}

/** What changes with every beat; null when there is no such lock. Opening it makes a network folder ask its server. */
function pulse(path: string): string | null {
  try {
    const { ino, mtimeNs } = statOf(path);
    return `${ino} ${mtimeNs}`;
  } catch {
    return null;
  }
}

function statOf(path: string) {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    // Not every system opens folders.
    return statSync(path, { bigint: true });
  }
  try {
    return fstatSync(handle, { bigint: true });
  } finally {
    closeSync(handle);
  }
}
