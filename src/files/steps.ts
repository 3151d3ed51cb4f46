import { fsync, fsyncSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';

/**
 * Work in short steps, between which other things may be done. `sync`: a file that has to be on the disk before the
 * next step. Work that is given up before its end cleans up after itself.
 */
export type Steps<Result> = Generator<{ sync: number } | null, Result, void>;

/** Does all steps, one right after the other. Throws what a step throws. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (let step = steps.next(); ; ) {
    if (step.done) return step.value;
    const sync = step.value?.sync;
    step = sync === undefined ? steps.next() : after(steps, () => fsyncSync(sync));
  }
}

function after<Result>(steps: Steps<Result>, work: () => void) {
  try {
    work();
  } catch (error) {
    return steps.throw(error);
  }
  return steps.next();
}

const synced = promisify(fsync);

/**
 * Does the steps by turns with everything else that there is to do, until `isOver` says that they were given up: null
 * then. Rejects with what a step throws.
 */
export async function inTurns<Result>(steps: Steps<Result>, isOver: () => boolean): Promise<Result | null> {
  for (let step = steps.next(); ; ) {
    if (step.done) return step.value;
    const failed = await (step.value ? synced(step.value.sync).catch((error) => ({ error })) : turn());
    if (isOver()) return null;
    step = failed ? steps.throw(failed.error) : steps.next();
  }
}
