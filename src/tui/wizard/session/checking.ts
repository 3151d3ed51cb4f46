import { keepInPlace } from '../render/layout.ts';
import { checkedNow } from '../state/problems.ts';
import type { State } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';

/** How long nothing has changed before the checks run, in milliseconds: they may not slow the typing. */
const pause = 400;

/** The checks done anew: what they say may take rows, or give them back, above the focus. */
export const rechecked = (state: State): State => keepInPlace(state, checkedNow(state));

/** Runs the checks whenever the review has come to rest. Gives what ends that. */
export function openChecking(store: WizardStore): () => void {
  let seen: object | null = null;
  let known: object | null = null;
  let timer: NodeJS.Timeout | undefined;
  const run = () => store.dispatch(rechecked);
  const wait = () => {
    const { history, looked } = store.getState();
    if (history.present === seen && looked === known) return;
    seen = history.present;
    known = looked;
    clearTimeout(timer);
    timer = setTimeout(run, pause).unref();
  };
  wait();
  const stop = store.subscribe(wait);
  return () => {
    clearTimeout(timer);
    stop();
  };
}
