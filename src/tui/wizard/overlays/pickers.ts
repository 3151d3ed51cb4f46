import { bodyRows, type Hint } from '../../frame.ts';
import { type Panel, panel, stacked } from '../../panel.ts';
import type { Entry } from '../../picker/find.ts';
import { movedIn } from '../../picker/picker.ts';
import {
  chosenOf,
  foundOf,
  listRows,
  type PickList,
  pickerPanel,
  pickerParts,
} from '../../picker/picker-panel.ts';
import type { ListKey } from '../../picker/scroll.ts';
import { boxed } from '../../pop-up.ts';
import { seg } from '../../row.ts';
import { signs } from '../../theme.ts';
import { citeLine } from '../edit/found-lines.ts';
import { toggleLink } from '../lists/linking.ts';
import { addFolder } from '../lists/reviewed-folders.ts';
import { geometryOf } from '../render/geometry.ts';
import { isPopUp } from '../render/pop-up.ts';
import type { Overlay } from '../state/overlay.ts';
import type { NextState, State } from '../state/state.ts';
import { importPicked, scanList } from './findings/scan-list.ts';
import { mergeHere } from './findings/triage.ts';
import { issueList, linkList } from './link-list.ts';
import { goalList, goTo } from './palette.ts';
import type { Goal } from './palette-goal.ts';
import {
  type fixProblem,
  goToProblem,
  type keepProblem,
  type ProblemEntry,
  problemHints,
  problemList,
} from './problems/problem-list.ts';
import { problemRooms, problemsPanel } from './problems/problems-panel.ts';
import { folderList } from './repository/folder-list.ts';
import { lineList } from './repository/line-list.ts';
import { fixRead, goToRead, type ReadEntry, readHints, readList } from './what-was-read.ts';

/** A list over the page that is narrowed by typing. */
export type ListOverlay = Exclude<Extract<Overlay, { picker: unknown }>, { type: 'triage' }>;

/** What Enter does with the entry that is picked out, and what other keys do. */
interface Picking {
  list: PickList<Entry>;
  verb: string;
  hints(entry: Entry | undefined): Hint[];
  pick(state: State, entry: Entry): NextState;
}

const none = (): Hint[] => [];

function pickingOf(state: State, overlay: ListOverlay): Picking {
  switch (overlay.type) {
    case 'palette':
      return {
        list: goalList(state),
        verb: 'go',
        hints: none,
        pick: (now, entry) => goTo(now, entry as Goal),
      };
    case 'problems':
      return {
        list: problemList(state, overlay) as PickList<Entry>,
        verb: 'go',
        hints: (entry) => problemHints(entry as ProblemEntry | undefined, overlay),
        pick: (now, entry) => goToProblem(now, entry as ProblemEntry),
      };
    case 'reading':
      return {
        list: readList(state) as PickList<Entry>,
        verb: 'go',
        hints: (entry) => readHints(entry as ReadEntry | undefined),
        pick: (now, entry) => goToRead(now, entry as ReadEntry),
      };
    case 'folders':
      return {
        list: folderList(state),
        verb: 'add as reviewed',
        hints: none,
        pick: (now, { id }) => addFolder(now, overlay.field, id),
      };
    case 'lines':
      return {
        list: lineList(overlay),
        verb: 'cite the line',
        hints: none,
        pick: (now, { id }) => citeLine(now, overlay.issue, overlay.words, id),
      };
    case 'scans':
      return {
        list: scanList(overlay),
        verb: 'import',
        hints: none,
        pick: (now, entry) => importPicked(now, overlay, entry),
      };
    case 'merge':
      return {
        list: issueList(state),
        verb: 'merge into it',
        hints: none,
        pick: (now, { id }) => mergeHere(now, id),
      };
    case 'links': {
      const { list, item } = overlay;
      return {
        list: linkList(state, list, item),
        verb: 'link, or unlink',
        hints: none,
        pick: (now, { id }) => toggleLink(now, list, item, id),
      };
    }
  }
}

export const isList = (overlay: Overlay | null): overlay is ListOverlay =>
  overlay !== null && 'picker' in overlay && overlay.type !== 'triage';

const listOver = ({ overlay }: State): ListOverlay | null => (isList(overlay) ? overlay : null);

/** Columns of a list, and the rows that its entries and what is said of them have. */
interface Place {
  width: number;
  room: number;
}

/** A list has all of the screen below the header; in a pop-up as much as it needs, whatever is typed. */
function placeOf(state: State, { entries, atFirst }: PickList<Entry>): Place {
  const { columns, rows, top, height, rail } = geometryOf(state.size);
  const all = { width: columns, room: bodyRows(rows - top) };
  if (!isPopUp(state)) return all;
  const needed = Math.max(4, (atFirst ?? entries).length);
  return { width: Math.min(columns - rail - 2, 100), room: Math.min(needed, 16, height - 6) };
}

const partsOf = (state: State, overlay: ListOverlay) => {
  const { list, verb, hints } = pickingOf(state, overlay);
  const entry = chosenOf(list, overlay.picker);
  const all = [...(entry ? [{ keys: 'Enter', does: verb }] : []), ...hints(entry)];
  return { list, hints: all, place: placeOf(state, list) };
};

/** A list over the page. */
export function pickersPanel(state: State, overlay: ListOverlay): Panel {
  const { rows, top } = geometryOf(state.size);
  const { list, hints, place } = partsOf(state, overlay);
  if (overlay.type === 'problems') {
    const keys = [...hints, { keys: 'Esc', does: 'back' }];
    return problemsPanel(state, overlay, keys, place.width, rows - top, place.room);
  }
  return pickerPanel(list, overlay.picker, hints, place.width, rows - top);
}

/** The same in a box, with what the keys do, which is said below the page. */
export function pickersBox(state: State, overlay: ListOverlay): { box: Panel; hints: Hint[] } {
  const { list, hints, place } = partsOf(state, overlay);
  const parts = pickerParts(list, overlay.picker, hints, place.width, place.room);
  const rule = panel([[seg(signs.rule.repeat(place.width), 'dim')]]);
  return { box: boxed(stacked(parts.query, rule, parts.list), place.width + 2), hints: parts.hints };
}

/** Enter: goes to the entry that is picked out, or does what it says. */
export function pickEntry(state: State): NextState {
  const overlay = listOver(state);
  if (!overlay) return state;
  const { list, pick } = pickingOf(state, overlay);
  const entry = chosenOf(list, overlay.picker);
  return entry ? pick(state, entry) : state;
}

export function moveInList(state: State, key: ListKey): State {
  const overlay = listOver(state);
  if (!overlay) return state;
  const { list } = pickingOf(state, overlay);
  const { room } = placeOf(state, list);
  const rows = overlay.type === 'problems' ? problemRooms(state, overlay, room).active : listRows(list, room);
  const picker = movedIn(overlay.picker, key, foundOf(list, overlay.picker).length, rows);
  return { ...state, overlay: { ...overlay, picker } };
}

/** Does something with the problem that is picked out. */
export const withProblem =
  (does: typeof fixProblem | typeof keepProblem) =>
  (state: State): State => {
    const { overlay } = state;
    const entry = overlay?.type === 'problems' && chosenOf(problemList(state, overlay), overlay.picker);
    return entry ? does(state, entry) : state;
  };

/** Does something about what was read, where a row offers it. */
export function fixReadRow(state: State): State {
  const { overlay } = state;
  const entry = overlay?.type === 'reading' && chosenOf(readList(state), overlay.picker);
  return entry ? fixRead(state, entry) : state;
}
