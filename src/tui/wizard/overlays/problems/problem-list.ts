import { overrideFor, type Problem } from '../../../../checks/problem.ts';
import { memo } from '../../../../memo.ts';
import { counted } from '../../../../text/counted.ts';
import type { Hint } from '../../../frame.ts';
import type { Entry } from '../../../picker/find.ts';
import { newPicker } from '../../../picker/picker.ts';
import type { PickList } from '../../../picker/picker-panel.ts';
import { type Row, seg } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { applyFix, removeOverride } from '../../edit/fixes.ts';
import { shown } from '../../render/text.ts';
import { waitingFindings } from '../../state/findings/triage-rows.ts';
import { type Overlay, promptOverlay } from '../../state/overlay.ts';
import type { State } from '../../state/state.ts';
import { goToPlaceOf, type ProblemRow, type ProblemRows, problemRows } from './problems.ts';

/** A problem, or a field without an answer, as a row of its list. */
export interface ProblemEntry extends Entry {
  row: ProblemRow;
}

export type Problems = Extract<Overlay, { type: 'problems' }>;

const entriesFor = memo((rows: ProblemRow[]) => rows.map(entryOf));

/** Ctrl+R: opens Problems, or Unanswered where nothing is wrong. */
export function openProblems(state: State): State {
  const list = problemRows(state).found.length > 0 ? 'found' : 'unanswered';
  return { ...state, overlay: { type: 'problems', list, picker: newPicker } };
}

/** Tab: the other of the two lists. */
export function switchProblems(state: State): State {
  const { overlay } = state;
  if (overlay?.type !== 'problems') return state;
  const list = overlay.list === 'found' ? 'unanswered' : 'found';
  return { ...state, overlay: { ...overlay, list, picker: newPicker } };
}

/** What the checks found, or what has no answer yet. */
export function problemList(state: State, { list }: Problems): PickList<ProblemEntry> {
  const rows = problemRows(state);
  const entries = entriesFor(rows[list]);
  return {
    entries,
    aligned: true,
    title: `${list === 'found' ? 'Problems' : 'Unanswered'} (${entries.length})`,
    placeholder: '/ or type to filter',
    empty: emptyWords(state, list, rows),
    detailOf: ({ row }) => detailOf(row),
    said: state.notice?.text ?? '',
  };
}

/** What is said of an empty list: findings that wait are no problems, but they are not done either. */
function emptyWords(state: State, list: Problems['list'], { found, unanswered }: ProblemRows): Row {
  const waiting = waitingFindings(state);
  const words = list === 'found' ? noProblems(unanswered.length) : allAnswered(found.length);
  const sign = waiting === '' ? seg('  ✓ ', 'done') : seg(`  ${signs.attention} `, 'high');
  return [sign, seg(`${words} Esc goes back. ${waiting}`.trim())];
}

const noProblems = (unanswered: number): string =>
  unanswered === 0
    ? 'No problems, and every field is answered.'
    : `No problems. Tab lists ${counted(unanswered, 'unanswered field')}.`;

const allAnswered = (found: number): string =>
  `Every field is answered${found === 0 ? ', and there are no problems.' : '. Tab lists the problems.'}`;

/** Enter: goes to the field, or to the page. */
export const goToProblem = (state: State, { row }: ProblemEntry): State =>
  goToPlaceOf({ ...state, overlay: null }, row.first);

/** Alt+R: applies the quick fix; the list stays. */
export function fixProblem(state: State, { row: { first } }: ProblemEntry): State {
  return first.fix && first.overridden === undefined ? applyFix(state, first.fix) : state;
}

/** Alt+O: asks for the reason to keep an error, or takes it back. */
export function keepProblem(state: State, { row: { first } }: ProblemEntry): State {
  if (first.overridden !== undefined) return removeOverride(state, first);
  if (!mayBeKept(first)) return state;
  const ask = { for: 'override', of: overrideFor(first) } as const;
  return { ...state, overlay: promptOverlay('Kept because', '', 'a reason, printed in the report', ask) };
}

const mayBeKept = ({ level, unanswered }: Problem): boolean => level === 'error' && !unanswered;

/** What further keys do with the row that is picked out. */
export function problemHints(entry: ProblemEntry | undefined, { list }: Problems): Hint[] {
  const other = { keys: 'Tab', does: list === 'found' ? 'unanswered' : 'problems' };
  const problem = entry?.row.first;
  if (!problem) return [other];
  if (problem.overridden !== undefined) return [{ keys: 'Alt+O', does: 'remove the reason' }, other];
  return [
    ...(problem.fix ? [{ keys: 'Alt+R', does: shown(problem.fix.label) }] : []),
    ...(mayBeKept(problem) ? [{ keys: 'Alt+O', does: 'keep with a reason' }] : []),
    other,
  ];
}

function entryOf(row: ProblemRow, index: number): ProblemEntry {
  const { first, message, path } = row;
  const { level, unanswered, overridden, fix } = first;
  const note = overridden === undefined ? shown(fix?.label ?? '') : 'overridden';
  return {
    id: String(index),
    title: shown(message),
    path: shown(path),
    kind: unanswered ? 'field' : level,
    note: unanswered ? 'no answer yet' : note,
    row,
  };
}

/** In full what the list has room for only in part, and what to do. */
function detailOf({ first, message, where }: ProblemRow): string {
  const { advice, overridden, unanswered } = first;
  const todo = overridden === undefined ? advice : `kept, because: ${overridden}`;
  return unanswered ? `${where} → ${todo}` : `${message} → ${todo} (${where})`;
}
