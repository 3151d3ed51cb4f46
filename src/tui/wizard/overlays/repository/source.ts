import { bodyRows, framed, type Hint, titled } from '../../../frame.ts';
import { type Panel, panel } from '../../../panel.ts';
import { type Row, seg } from '../../../row.ts';
import { takeEvidence } from '../../edit/evidence.ts';
import { geometryOf } from '../../render/geometry.ts';
import { sourceRows } from '../../render/source.ts';
import { sourceOf, sourceTarget } from '../../state/source.ts';
import { type State, say } from '../../state/state.ts';

/** Alt+S: the source over the page, where there is no room for it beside the form. */
export function openSource(state: State): State {
  if (!state.facts.repository)
    return say(state, 'No repository: start the review with --repo to see the source.');
  if (!sourceTarget(state)) return say(state, 'No location names a file yet. Type path:line in Location.');
  return { ...state, overlay: { type: 'source' } };
}

/** `s` in the triage: the source of the finding that is picked out. */
export function openSourceOf(state: State): State {
  const { overlay } = state;
  if (overlay?.type !== 'triage') return state;
  if (!state.facts.repository)
    return say(state, 'No repository: start the review with --repo to see the source.');
  if (!sourceTarget(state)) return say(state, 'The finding names no file.');
  return { ...state, overlay: { type: 'source', under: overlay } };
}

/** Takes the selected lines and goes back to the form. */
export const takeAndClose = (state: State): State => ({ ...takeEvidence(state), overlay: null });

export function sourcePanel(state: State, hints: readonly Hint[], height: number): Panel {
  const { columns } = geometryOf(state.size);
  const source = sourceOf(state);
  const reading: Row[] = [[seg(' Reading the file…', 'dim')]];
  const rows = source
    ? sourceRows(source, state.highlight, columns - 2, bodyRows(height)).map((row) => [seg(' '), ...row])
    : reading;
  return framed({ top: titled('Source', [], columns), hints, body: panel(rows), width: columns, height });
}
