import type { KeyRow as AnyKeyRow } from '../../keys/key-rows.ts';
import type { OverlayType } from '../state/overlay.ts';
import type { NextState, State } from '../state/state.ts';

/** A row of the wizard's key table. */
export interface KeyRow extends AnyKeyRow<State, NextState> {
  group: KeyGroup;
  /** Where its hint comes before those of other keys that work everywhere. */
  first?(state: State): boolean;
  /** Where its hint is shown however little room there is, before that of the palette. */
  always?(state: State): boolean;
  /** The overlays over which it works; `true`: over each, and on the page. Without it, on the page only. */
  over?: readonly OverlayType[] | true;
}

type KeyGroup =
  | 'Everywhere'
  | 'In text'
  | 'In a choice'
  | 'In a checklist'
  | 'In a list of issues or items'
  | 'Issues of a previous review'
  | 'In a list'
  | 'In Go to, Problems and other lists'
  | 'In Help and the preview'
  | 'In Finish'
  | 'Once the report is written'
  | 'In Findings from scanners'
  | 'In a menu'
  | 'In the source of a location'
  | 'In a question';
