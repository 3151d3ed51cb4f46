import { memo } from '../../../memo.ts';
import type { Hint } from '../../frame.ts';
import { seg } from '../../line.ts';
import type { Entry } from '../../picker/find.ts';
import type { PickList } from '../../picker/picker-panel.ts';
import { applyFix, removeOverride } from '../edit/fixes.ts';
import { goToField } from '../navigation/go-to.ts';
import { shown } from '../render/text.ts';
import type { State } from '../state/state.ts';
import { type OpenPoint, problemsOf } from './problems.ts';

/** A problem, or a field without an answer, as a row of the list. */
export interface ProblemEntry extends Entry {
  point: OpenPoint;
}

const entriesFor = memo((points: OpenPoint[]) => points.map(entryOf));

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
export function fixProblem(state: State, { point: { finding } }: ProblemEntry): State {
  return finding?.fix && finding.overridden === undefined ? applyFix(state, finding.fix) : state;
}

/** Alt+O: takes back the reason for which an error was kept. */
export function takeBackReason(state: State, { point: { finding } }: ProblemEntry): State {
  return finding?.overridden === undefined ? state : removeOverride(state, finding);
}

/** What further keys do with the row that is picked out. */
export function problemHints(entry: ProblemEntry | undefined): Hint[] {
  const { finding } = entry?.point ?? {};
  if (finding?.overridden !== undefined) return [{ keys: 'Alt+O', does: 'take the reason back' }];
  return finding?.fix ? [{ keys: 'Alt+R', does: shown(finding.fix.label) }] : [];
}

function entryOf(point: OpenPoint, index: number): ProblemEntry {
  const { level, path, what, remedy, finding } = point;
  const todo = finding?.overridden === undefined ? remedy : `kept, because: ${finding.overridden}`;
  const note = level === 'missing' ? 'no answer yet' : level === 'error' ? '! error' : level;
  return {
    id: String(index),
    title: shown(level === 'missing' ? what : `${what} → ${todo}`),
    ...(path !== '' && { path: shown(path) }),
    kind: 'field',
    note: finding?.overridden === undefined ? note : 'overridden',
    point,
  };
}

/** In full what the list has room for only in part. */
function detailOf({ level, what, remedy, finding }: OpenPoint): string {
  const todo = finding?.overridden === undefined ? remedy : `kept, because: ${finding.overridden}`;
  return level === 'missing' ? `→ ${remedy}` : `${what} → ${todo}`;
}
