import type { State } from '../state/state.ts';
import type { WizardStore } from '../state/store.ts';

/** A part of a session: what it does to the world outside the state while the wizard is open. */
export interface Part {
  /** Stops what it does by itself (timers, searches); it says nothing to the state after that. */
  end(): void;
}

/**
 * Does something whenever what is selected has not changed for `pause` milliseconds, and once in the beginning.
 * @param select gives the parts of the state that matter, the same objects while they are the same
 */
export function whenAtRest(
  store: WizardStore,
  select: (state: State) => readonly unknown[],
  pause: number,
  work: () => void,
): Part {
  let before: readonly unknown[] | null = null;
  let timer: NodeJS.Timeout | undefined;
  const wait = () => {
    const now = select(store.getState());
    if (before?.every((one, index) => one === now[index])) return;
    before = now;
    timer = timer?.refresh() ?? setTimeout(work, pause).unref();
  };
  wait();
  const unsubscribe = store.subscribe(wait);
  return {
    end() {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
