import { memo } from '../../../memo.ts';
import type { Hint } from '../../frame.ts';
import type { Entry } from '../../picker/find.ts';
import type { PickList } from '../../picker/picker-panel.ts';
import { seg } from '../../row.ts';
import { applyFix, removeOverride } from '../edit/fixes.ts';
import { goToField } from '../navigation/go-to.ts';
import { shown } from '../render/text.ts';
import type { State } from '../state/state.ts';
import { type ProblemRow, problemsOf } from './problems.ts';

/** A problem, or a field without an answer, as a row of the list. */
export interface ProblemEntry extends Entry {
  point: ProblemRow;
}

const entriesFor = memo((points: ProblemRow[]) => points.map(entryOf));

/** What the checks found, and what has no answer yet. */
export function problemList(state: State): PickList<ProblemEntry> {
  const entries = entriesFor(problemsOf(state));
  return {
    entries,
    title: `Problems (${entries.length})`,
    placeholder: 'any part of a name',
    empty: [seg('  ✓ ', 'done'), seg('No problems, and every field is answered. Esc goes back.')],
    detailOf: ({ point }) => detailOf(point),
    said: state.notice?.text ?? '',
  };
}

/** Enter: goes to the field. */
export const goToProblem = (state: State, { point }: ProblemEntry): State =>
  goToField({ ...state, overlay: null }, point.place);

/** Alt+R: applies the quick fix; the list stays. */
export function fixProblem(state: State, { point: { problem } }: ProblemEntry): State {
  return problem?.fix && problem.overridden === undefined ? applyFix(state, problem.fix) : state;
}

/** Alt+O: takes back the reason for which an error was kept. */
export function takeBackReason(state: State, { point: { problem } }: ProblemEntry): State {
  return problem?.overridden === undefined ? state : removeOverride(state, problem);
}

/** What further keys do with the row that is picked out. */
export function problemHints(entry: ProblemEntry | undefined): Hint[] {
  const { problem } = entry?.point ?? {};
  if (problem?.overridden !== undefined) return [{ keys: 'Alt+O', does: 'take the reason back' }];
  return problem?.fix ? [{ keys: 'Alt+R', does: shown(problem.fix.label) }] : [];
}

function entryOf(point: ProblemRow, index: number): ProblemEntry {
  const { level, path, what, advice, problem } = point;
  const todo = problem?.overridden === undefined ? advice : `kept, because: ${problem.overridden}`;
  const note = level === 'missing' ? 'no answer yet' : level === 'error' ? '! error' : level;
  return {
    id: String(index),
    title: shown(level === 'missing' ? what : `${what} → ${todo}`),
    ...(path !== '' && { path: shown(path) }),
    kind: 'field',
    note: problem?.overridden === undefined ? note : 'overridden',
    point,
  };
}

/** In full what the list has room for only in part. */
function detailOf({ level, what, advice, problem }: ProblemRow): string {
  const todo = problem?.overridden === undefined ? advice : `kept, because: ${problem.overridden}`;
  return level === 'missing' ? `→ ${advice}` : `${what} → ${todo}`;
}
