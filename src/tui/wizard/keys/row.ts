import type { NextState, State } from '../state/state.ts';

type KeyGroup =
  | 'Everywhere'
  | 'In text'
  | 'In a choice'
  | 'In a checklist'
  | 'In a list of issues or items'
  | 'Issues of an earlier review'
  | 'In a list'
  | 'In the problems, and in Finish';

/** A row of the key table: the same rows dispatch, print the hint line and fill Help. */
export interface KeyRow {
  /** Names as `keyName` gives them. */
  keys: string[];
  /** The keys for a person, where their own names would be too long. */
  shown?: string;
  group: KeyGroup;
  /** What it does, in words. */
  does: string;
  /** One or two words for the hint line; without it the key is in Help only. */
  hint?: string;
  /** When the hint is shown; without it, whenever the key does something. */
  hinted?(state: State): boolean;
  /** Where its hint comes before those of other keys that work everywhere. */
  first?(state: State): boolean;
  /** Also while an overlay has the keys. */
  over?: boolean;
  when?(state: State): boolean;
  run(state: State, key: string): NextState;
}
