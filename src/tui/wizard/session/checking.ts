import { checkedNow } from '../state/problems.ts';
import type { WizardStore } from '../state/store.ts';
import type { Part } from './part.ts';

/** How long nothing has changed before the checks run, in milliseconds: they may not slow the typing. */
const pause = 400;

/** Runs the checks whenever the review has come to rest. */
export function openChecking(store: WizardStore): Part {
  let seen: object | null = null;
  let known: object | null = null;
  let timer: NodeJS.Timeout | undefined;
  const run = () => store.dispatch(checkedNow);
  const wait = () => {
    const { history, external } = store.getState();
    if (history.present === seen && external === known) return;
    seen = history.present;
    known = external;
    clearTimeout(timer);
    timer = setTimeout(run, pause).unref();
  };
  wait();
  const stop = store.subscribe(wait);
  return {
    end() {
      clearTimeout(timer);
      stop();
    },
  };
}
