import { type Severity, severities } from '../../../fields/issue.ts';
import { issueById } from '../../../review/review.ts';
import { displayWidth } from '../../../text/width.ts';
import { type Panel, panel, stacked } from '../../panel.ts';
import { boxed } from '../../pop-up.ts';
import { cut, type Row, seg } from '../../row.ts';
import { setSeverity } from '../lists/lists.ts';
import { geometryOf } from '../render/geometry.ts';
import { issueWords } from '../render/issue-words.ts';
import { menuPanel } from '../render/menu.ts';
import { wordRows } from '../render/text.ts';
import type { Overlay } from '../state/overlay.ts';
import type { State } from '../state/state.ts';

type SeverityMenu = Extract<Overlay, { type: 'severity' }>;

const offered = ({ template }: State): Severity[] => severities.filter((one) => template.issues[one]);

/** How many severities there are to choose from. */
export const severityCount = (state: State): number => offered(state).length;

const promise = 'No answer is lost. Esc leaves it as it is.';

/** The severity that is picked out, counted from 0. */
const pickedOut = (state: State, { at, issue }: SeverityMenu): number =>
  at ?? Math.max(0, offered(state).indexOf(issueById(state.history.present, issue)?.severity ?? 'critical'));

/** Up and down over the severities. */
export function moveSeverity(state: State, by: 1 | -1): State {
  const { overlay } = state;
  if (overlay?.type !== 'severity') return state;
  const { length } = offered(state);
  return { ...state, overlay: { ...overlay, at: (pickedOut(state, overlay) + by + length) % length } };
}

/** Gives the issue the severity that is picked out, or the one of that number. */
export function takeSeverity(state: State, index?: number): State {
  const { overlay } = state;
  if (overlay?.type !== 'severity') return state;
  const severity = offered(state)[index ?? pickedOut(state, overlay)];
  return severity ? setSeverity(state, overlay.issue, severity) : state;
}

/** The same in a box as wide as it needs. */
export function severityBox(state: State, overlay: SeverityMenu): Panel {
  const most = geometryOf(state.size).columns - 14;
  const width = Math.min(most, Math.max(promise.length, displayWidth(issueWords(state, overlay.issue))) + 4);
  return boxed(severityPanel(state, overlay, width), width + 2);
}

export function severityPanel(
  state: State,
  overlay: SeverityMenu,
  width = geometryOf(state.size).columns,
): Panel {
  const labels = offered(state).map((one) => state.template.issues[one]?.word ?? one);
  const inset = (row: Row): Row => [seg('  '), ...row];
  return stacked(
    panel([
      inset(cut([seg(issueWords(state, overlay.issue), 'bold')], width - 3)),
      [],
      inset([seg('Severity')]),
    ]),
    menuPanel(labels, pickedOut(state, overlay), [seg('  ')]),
    panel([[], ...wordRows(promise, width - 3, 'dim').map(inset)]),
  );
}
