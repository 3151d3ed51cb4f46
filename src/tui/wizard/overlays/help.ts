import type { Hint } from '../../frame.ts';
import { helpPanel, scrolledHelp } from '../../help.ts';
import type { Panel } from '../../panel.ts';
import type { ListKey } from '../../picker/scroll.ts';
import { geometryOf } from '../render/geometry.ts';
import type { Overlay } from '../state/overlay.ts';
import type { State } from '../state/state.ts';

export function scrollHelp(state: State, key: ListKey): State {
  const { overlay, helpRows, size } = state;
  if (overlay?.type !== 'help') return state;
  const scroll = scrolledHelp(overlay, key, helpRows, geometryOf(size).columns, size.rows);
  return { ...state, overlay: { ...overlay, scroll } };
}

export const helpOverlayPanel = (
  state: State,
  overlay: Extract<Overlay, { type: 'help' }>,
  hints: readonly Hint[],
  height: number,
): Panel => helpPanel(overlay, state.helpRows, hints, geometryOf(state.size).columns, height);
