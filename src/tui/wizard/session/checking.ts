import { settledReview } from '../edit/tidying.ts';
import { checkedNow } from '../state/problems.ts';
import type { WizardStore } from '../state/store.ts';
import { type Part, whenAtRest } from './part.ts';

/** How long nothing has changed before the checks run, in milliseconds: they may not slow the typing. */
const pause = 400;

/** Runs the checks whenever the review has come to rest, on what it will be when the focus leaves what is typed. */
export const openChecking = (store: WizardStore): Part =>
  whenAtRest(
    store,
    ({ history, external }) => [history.present, external],
    pause,
    () => store.dispatch((state) => checkedNow(state, settledReview(state))),
  );
