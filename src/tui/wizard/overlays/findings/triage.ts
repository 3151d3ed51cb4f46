import { dismissReasons } from '../../../../review/evidence/findings.ts';
import { movedIn, newPicker } from '../../../picker/picker.ts';
import type { ListKey } from '../../../picker/scroll.ts';
import { dismiss, mergeInto } from '../../lists/findings/triage.ts';
import { chosenRow, triageFound, triageLists } from '../../state/findings/triage-rows.ts';
import { scansOverlay, triageOverlay } from '../../state/overlay.ts';
import { type NextState, type State, say } from '../../state/state.ts';
import { triageListRows } from './triage-panel.ts';

/** Opens what scanners found; where nothing was imported yet, what could be. */
export function openTriage(state: State): NextState {
  if (!state.history.present.findings) return openScans(state);
  return { ...state, overlay: triageOverlay };
}

/** Asks which files are imported. */
export const openScans = (state: State): NextState => ({
  state: { ...state, overlay: scansOverlay },
  effect: { do: 'find-scans' },
});

/** Tab: what is open, what is decided, what is gone. */
export function turnTriage(state: State): State {
  const { overlay } = state;
  if (overlay?.type !== 'triage') return state;
  const list = triageLists[(triageLists.indexOf(overlay.list) + 1) % triageLists.length] ?? 'open';
  return { ...state, overlay: { ...overlay, list, picker: newPicker } };
}

export function moveInTriage(state: State, key: ListKey): State {
  const { overlay } = state;
  if (overlay?.type !== 'triage') return state;
  const picker = movedIn(overlay.picker, key, triageFound(state, overlay).length, triageListRows(state));
  return { ...state, overlay: { ...overlay, picker } };
}

/** `/`: letters go into the filter. Enter and Escape end that; Escape again takes the filter away. */
export const typeFilter =
  (typing: boolean) =>
  (state: State): State => {
    const { overlay } = state;
    return overlay?.type === 'triage' ? { ...state, overlay: { ...overlay, typing } } : state;
  };

export const isFiltering = ({ overlay }: State): boolean => overlay?.type === 'triage' && overlay.typing;

export const isFiltered = ({ overlay }: State): boolean =>
  overlay?.type === 'triage' && overlay.picker.query.text !== '';

export function clearFilter(state: State): State {
  const { overlay } = state;
  return overlay?.type === 'triage' ? { ...state, overlay: { ...overlay, picker: newPicker } } : state;
}

/** `x`: asks why the finding is dismissed. */
export function askReason(state: State): State {
  const { overlay } = state;
  const row = chosenRow(state);
  if (overlay?.type !== 'triage' || !row || row.decision) return state;
  return { ...state, overlay: { type: 'dismiss', at: 0, under: overlay } };
}

export function moveReason(state: State, by: 1 | -1): State {
  const { overlay } = state;
  if (overlay?.type !== 'dismiss') return state;
  const { length } = dismissReasons;
  return { ...state, overlay: { ...overlay, at: (overlay.at + by + length) % length } };
}

/** Dismisses the finding for the reason that is picked out, or that of this number. */
export function takeReason(state: State, index?: number): State {
  const { overlay } = state;
  if (overlay?.type !== 'dismiss') return state;
  const back: State = { ...state, overlay: overlay.under };
  const row = chosenRow(back);
  const reason = dismissReasons[index ?? overlay.at];
  return row && reason ? dismiss(back, row.candidate, reason) : state;
}

/** `g`: asks for the issue that says the same. */
export function askIssue(state: State): State {
  const { overlay } = state;
  const row = chosenRow(state);
  if (overlay?.type !== 'triage' || !row || row.decision) return state;
  if (state.history.present.issues.length === 0)
    return say(state, 'There is no issue yet: a adds it as one.');
  return { ...state, overlay: { type: 'merge', picker: newPicker, under: overlay } };
}

/** Enter in the list of issues: merges the finding into one. */
export function mergeHere(state: State, issue: string): State {
  const { overlay } = state;
  if (overlay?.type !== 'merge') return state;
  const back: State = { ...state, overlay: overlay.under };
  const row = chosenRow(back);
  return row ? mergeInto(back, row.candidate, issue) : back;
}
