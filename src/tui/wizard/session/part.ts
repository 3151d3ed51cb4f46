/** A part of a session: what it does to the world outside the state while the wizard is open. */
export interface Part {
  /** Stops what it does by itself (timers, searches); it says nothing to the state after that. */
  end(): void;
}
