import { inTurns } from '../../../files/steps.ts';
import { settledReview } from '../edit/tidying.ts';
import { checkedNow, lookingAhead } from '../state/problems.ts';
import type { WizardStore } from '../state/store.ts';
import { type Part, whenAtRest } from './part.ts';

/** How long nothing has changed before the checks run, in milliseconds: they may not slow the typing. */
const pause = 400;

/**
 * Runs the checks whenever the review has come to rest, on what it will be when the focus leaves what is typed. Where
 * there are many issues, the first look at them goes by turns with the keys.
 */
export function openChecking(store: WizardStore): Part {
  let isLooking = false;
  let isOver = false;

  async function check() {
    if (isLooking) return;
    isLooking = true;
    await inTurns(lookingAhead(store.getState()), () => isOver);
    isLooking = false;
    if (!isOver) store.dispatch((state) => checkedNow(state, settledReview(state)));
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
