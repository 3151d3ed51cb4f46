import { inTurns, type Steps } from '../../../../files/steps.ts';
import { whenQuiet } from '../when-quiet.ts';

/** Work that takes a while, and what is done with what comes of it. */
export interface Slow<Result> {
  steps: Steps<Result>;
  finish(result: Result): void;
}

/**
 * Does something when no change has come for a while: all at once, or where `slow` gives its steps, by turns with the
 * keys that come meanwhile. The longer the steps took, the longer it is until they are done again.
 */
export function inPauses<Result>(work: () => void, slow: () => Slow<Result> | null) {
  const pause = whenQuiet(() => {
    const begun = performance.now();
    const took = () => pause.took(performance.now() - begun);
    const one = slow();
    if (one) void byTurns(one, took);
    else work();
  });
  let current: Slow<Result> | null = null;

  async function byTurns(one: Slow<Result>, took: () => void) {
    pause.end();
    current = one;
    const isOver = () => current !== one;
    const result = await inTurns(one.steps, isOver);
    if (result === null || isOver()) return;
    current = null;
    took();
    one.finish(result);
  }

  return {
    wait: pause.wait,
    /** It is being done, or is not to be done any more: what is not done to its end is given up. */
    end(): void {
      pause.end();
      current?.steps.return(undefined as never);
      current = null;
    },
  };
}
