import { targetsIn } from '../../../fields/path.ts';
import { isNotApplicable } from '../../../fields/value.ts';
import type { FoundLines } from '../../../repository/source/find-lines.ts';
import { answerAt, type FieldRef, valueAt } from '../../../review/review.ts';
import { newPicker } from '../../picker/picker.ts';
import { focusAt } from '../navigation/navigate.ts';
import { answer } from '../state/commit.ts';
import { promptOverlay } from '../state/overlay.ts';
import { sourcedIssue } from '../state/source.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';

/** Whether a word can be looked for here, to cite a line that has it. */
export const findsLines = (state: State): boolean =>
  sourcedIssue(state) !== null && state.facts.repository !== undefined;

const placeIn = (issue: string): FieldRef => ({ issue, field: 'location' });

function locationsOf(state: State, issue: string): string[] {
  const value = valueAt(state.history.present, placeIn(issue));
  return Array.isArray(value) ? value.filter((row) => typeof row === 'string') : [];
}

/** The row of the location that has the focus; undefined in another field. */
function focusedRow({ focus }: State): number | undefined {
  const isLocation = focus?.on === 'row' && 'issue' in focus.place && focus.place.field === 'location';
  return isLocation ? focus.index : undefined;
}

/** Alt+G: asks for a word of the tracked files; what stands in the location is one where it is no path. */
export function askWord(state: State): State {
  const issue = sourcedIssue(state);
  if (issue === null) return state;
  if (isNotApplicable(answerAt(state.history.present, placeIn(issue))))
    return say(state, 'Location is marked as not applicable. Alt+N there takes that back.');
  const row = locationsOf(state, issue)[focusedRow(state) ?? -1] ?? '';
  const word = targetsIn(row).length === 0 ? row.trim() : '';
  const overlay = promptOverlay('Find in the tracked files', word, 'a word of the code', {
    for: 'lines',
    issue,
  });
  return { ...state, overlay };
}

/** Lists what was found, unless the reviewer has gone on to something else. */
export function showFound(state: State, issue: string, words: string, found: FoundLines | null): State {
  if (state.overlay || sourcedIssue(state) !== issue) return state;
  if (!found) return say(state, 'The files could not be searched: git failed, or took too long.', 'error');
  if (found.lines.length === 0) return say(state, `No tracked file has “${words}”.`);
  return { ...state, notice: null, overlay: { type: 'lines', issue, words, ...found, picker: newPicker } };
}

/** Makes a found line a location of the issue: in place of the word that stood there, else behind the others. */
export function citeLine(state: State, issue: string, words: string, location: string): State {
  const closed: State = { ...state, overlay: null };
  const place = placeIn(issue);
  const rows = locationsOf(closed, issue);
  const here = focusedRow(closed);
  const index = here !== undefined && (rows[here] ?? words).trim() === words ? here : rows.length;
  const known = rows.indexOf(location);
  if (known >= 0)
    return focusAt(say(closed, `${location} is a location already.`), { on: 'row', place, index: known });
  const value = rows.toSpliced(Math.min(index, rows.length), 1, location);
  const cited = openGroup(answer(openGroup(closed), place, { value }));
  const at = Math.min(index, rows.length);
  return say(
    focusAt({ ...cited, emptied: null }, { on: 'row', place, index: at }),
    `${location} is a location now.`,
  );
}
