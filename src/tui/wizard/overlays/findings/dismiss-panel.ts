import { dismissReasons } from '../../../../review/evidence/findings.ts';
import { type Panel, panel, stacked } from '../../../panel.ts';
import { type Row, seg } from '../../../row.ts';
import { geometryOf } from '../../render/geometry.ts';
import { menuPanel } from '../../render/menu.ts';
import { shown, wordRows } from '../../render/text.ts';
import { chosenRow } from '../../state/findings/triage-rows.ts';
import type { Overlay } from '../../state/overlay.ts';
import type { State } from '../../state/state.ts';

/** Why a finding is dismissed. */
export function dismissPanel(state: State, { at, under }: Extract<Overlay, { type: 'dismiss' }>): Panel {
  const { columns } = geometryOf(state.size);
  const row = chosenRow({ ...state, overlay: under });
  const inset = (one: Row): Row => [seg('  '), ...one];
  const words = 'Later scans keep it dismissed. Esc leaves it open.';
  return stacked(
    panel([inset([seg(shown(row?.title ?? ''), 'bold')]), [], inset([seg('Dismiss as')])]),
    menuPanel(dismissReasons, at, [seg('  ')]),
    panel([[], ...wordRows(words, columns - 3, 'dim').map(inset)]),
  );
}
