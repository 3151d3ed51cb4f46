import type { Effect, State, Transition } from './state.ts';

/** The one place where the wizard's state is; transitions are pure and always see the newest. */
export interface WizardStore {
  getState(): State;
  /** Applies a transition; an effect that it asks for is handed on after the new state is in place. */
  dispatch(transition: Transition): void;
  subscribe(listener: () => void): () => void;
}

/** @param settle what becomes of the state after a transition, given the one before it */
export function createStore(
  start: State,
  perform: (effect: Effect) => void,
  settle: (before: State, after: State) => State,
): WizardStore {
  let state = start;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    dispatch(transition) {
      const given = transition(state);
      const next = settle(state, 'effect' in given ? given.state : given);
      if (next !== state) {
        state = next;
        for (const listener of listeners) listener();
      }
      if ('effect' in given) perform(given.effect);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
