import { dismissReasons } from '../../../../review/evidence/findings.ts';
import { displayWidth } from '../../../../text/width.ts';
import { type Panel, panel, stacked } from '../../../panel.ts';
import { boxed } from '../../../pop-up.ts';
import { cut, type Row, seg } from '../../../row.ts';
import { geometryOf } from '../../render/geometry.ts';
import { menuPanel } from '../../render/menu.ts';
import { shown, wordRows } from '../../render/text.ts';
import { chosenRow } from '../../state/findings/triage-rows.ts';
import type { Overlay } from '../../state/overlay.ts';
import type { State } from '../../state/state.ts';

type Dismiss = Extract<Overlay, { type: 'dismiss' }>;

const promise = 'Later scans keep it dismissed. Esc leaves it open.';

const titleOf = (state: State, { under }: Dismiss): string =>
  shown(chosenRow({ ...state, overlay: under })?.title ?? '');

/** Why a finding is dismissed, in a box as wide as it needs. */
export function dismissBox(state: State, overlay: Dismiss): Panel {
  const most = geometryOf(state.size).columns - 14;
  const width = Math.min(most, Math.max(promise.length, displayWidth(titleOf(state, overlay))) + 4);
  return boxed(dismissPanel(state, overlay, width), width + 2);
}

/** The same in the place of the page. */
export function dismissPanel(state: State, overlay: Dismiss, width = geometryOf(state.size).columns): Panel {
  const inset = (one: Row): Row => [seg('  '), ...one];
  const title = cut([seg(titleOf(state, overlay), 'bold')], width - 3);
  return stacked(
    panel([inset(title), [], inset([seg('Dismiss as')])]),
    menuPanel(dismissReasons, overlay.at, [seg('  ')]),
    panel([[], ...wordRows(promise, width - 3, 'dim').map(inset)]),
  );
}
