import { inTurns } from '../../../files/steps.ts';
import type { Review } from '../../../review/review.ts';
import { settledReview } from '../edit/tidying.ts';
import { checkedNow, lookingAhead } from '../state/problems.ts';
import type { State } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';
import { type Part, whenAtRest } from './part.ts';

/** How long nothing has changed before the checks run, in milliseconds: they may not slow the typing. */
const pause = 400;

/**
 * Runs the checks whenever the review has come to rest, on what it will be when the focus leaves what is typed. Where
 * there are many issues, they look at them by turns with the keys; what those change meanwhile is looked at as well.
 */
export function openChecking(store: WizardStore): Part {
  let isLooking = false;
  let isOver = false;

  async function check() {
    if (isLooking) return;
    isLooking = true;
    let [state, review] = await look();
    while (!isOver && hasChanged(state)) [state, review] = await look();
    isLooking = false;
    if (!isOver) store.dispatch((now) => checkedNow(now, review));
  }

  async function look(): Promise<[State, Review]> {
    const state = store.getState();
    const review = settledReview(state);
    await inTurns(lookingAhead(state, review), () => isOver);
    return [state, review];
  }

  function hasChanged({ history, external }: State): boolean {
    const now = store.getState();
    return now.history.present !== history.present || now.external !== external;
  }

  const rest = whenAtRest(
    store,
    ({ history, external }) => [history.present, external],
    pause,
    () => void check(),
  );
  return {
    end() {
      isOver = true;
      rest.end();
    },
  };
}
