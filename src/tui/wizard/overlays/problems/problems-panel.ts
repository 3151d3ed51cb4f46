import { displayWidth, padEnd, truncate } from '../../../../text/width.ts';
import { framed, type Hint, titledRule } from '../../../frame.ts';
import { fitted, type Panel, panel, type Spoken, stacked } from '../../../panel.ts';
import { detailRows, emptyRows, foundOf, noneRows } from '../../../picker/picker-panel.ts';
import { reveal } from '../../../picker/scroll.ts';
import { promptPanel } from '../../../prompt.ts';
import { type Row, seg, type Tone } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { shortened } from '../../render/text.ts';
import type { State } from '../../state/state.ts';
import { type ProblemEntry, type Problems, problemList } from './problem-list.ts';

/** Rows of what is said of the problem that is picked out, with the rule above them. */
const details = 5;
/** Rows that the list without the keys keeps. */
const least = 3;

/** How the rows below the header are shared out. */
interface Rooms {
  /** Rows of the list that has the keys. */
  active: number;
  /** Rows of the other one; 0 where there is no room for both. */
  other: number;
  details: number;
}

/** The rooms of the two lists where both and what is said of a problem have `room` rows. */
export function problemRooms(state: State, overlay: Problems, room: number): Rooms {
  const lists = listsOf(state, overlay);
  if (room < 14) return { active: room, other: 0, details: 0 };
  const both = room - 1 - details;
  const wanted = Math.max(1, lists.other.entries.length);
  const active = Math.min(Math.max(1, lists.active.entries.length), both - Math.min(least, wanted));
  return { active, other: both - active, details };
}

const listsOf = (state: State, overlay: Problems) => ({
  active: problemList(state, overlay),
  other: problemList(state, { ...overlay, list: overlay.list === 'found' ? 'unanswered' : 'found' }),
});

/** Problems above, what is unanswered below; one of them has the keys, and is narrowed by typing. */
export function problemsPanel(
  state: State,
  overlay: Problems,
  hints: readonly Hint[],
  width: number,
  height: number,
  room: number,
): Panel {
  const { active, other } = listsOf(state, overlay);
  const rooms = problemRooms(state, overlay, room);
  const found = foundOf(active, overlay.picker);
  const chosen = Math.min(overlay.picker.at, Math.max(0, found.length - 1));
  const from = reveal(overlay.picker.top, chosen, found.length, rooms.active);
  const columns = columnsOf([...active.entries, ...other.entries], width);
  const spoken = new Map<number, Spoken>();
  const rows = found.slice(from, from + rooms.active).map((entry, at): Row => {
    spoken.set(at, { role: 'option', selected: from + at === chosen });
    return entryRow(entry, from + at === chosen, columns);
  });
  const none =
    active.entries.length === 0 && active.empty
      ? emptyRows(active.empty, width)
      : noneRows(overlay.picker.query.text, width);
  const query = promptPanel({
    label: active.title,
    text: overlay.picker.query,
    placeholder: active.placeholder,
    most: 1,
    width,
    before: [seg('  ')],
  });
  const listed = fitted(rows.length > 0 ? panel(rows, { spoken }) : panel(none), rooms.active);
  const quiet = panel([
    titledRule(other.title, 'Tab', width, 'plain'),
    ...quietRows(other, rooms.other, columns, width),
  ]);
  const entry = found[chosen];
  const about =
    rooms.details > 0 && entry
      ? [
          titledRule('What it means', '', width, 'plain'),
          ...detailRows(active.detailOf?.(entry) ?? '', active.said ?? '', width),
        ]
      : [];
  const isFirst = overlay.list === 'found';
  const body =
    rooms.other === 0 ? listed : isFirst ? stacked(listed, fitted(quiet, rooms.other + 1)) : listed;
  const top = rooms.other === 0 || isFirst ? query : panel([[seg(`  ${other.title}`, 'dim')]]);
  const swapped = stacked(fitted(panel(quiet.rows.slice(1)), rooms.other), query, listed);
  return framed({
    top,
    hints,
    body: stacked(rooms.other > 0 && !isFirst ? swapped : body, fitted(panel(about), rooms.details)),
    width,
    height,
  });
}

/** As many rows of the list without the keys as have room; the last one counts the rest. */
function quietRows(
  list: ReturnType<typeof problemList>,
  room: number,
  columns: Columns,
  width: number,
): Row[] {
  if (list.entries.length === 0) return list.empty ? emptyRows(list.empty, width) : [];
  const fits = list.entries.length <= room;
  const rows = list.entries.slice(0, fits ? room : room - 1).map((entry) => entryRow(entry, false, columns));
  return fits ? rows : [...rows, [seg(`    and ${list.entries.length - rows.length} more`, 'dim')]];
}

interface Columns {
  path: number;
  message: number;
  fix: number;
}

/** The same columns for all rows of both lists, those out of view too: nothing moves while one scrolls. */
function columnsOf(entries: readonly ProblemEntry[], width: number): Columns {
  const widest = (of: (entry: ProblemEntry) => string): number =>
    entries.reduce((most, entry) => Math.max(most, displayWidth(of(entry))), 0);
  const isNarrow = width < 60;
  const path = isNarrow ? 0 : Math.min(widest(placeIn), Math.floor(width * 0.3)) + 2;
  const fix = width < 90 ? 0 : Math.min(widest(fixOf), Math.floor(width * 0.3));
  return { path, fix, message: width - 5 - path - (fix > 0 ? fix + 2 : 0) };
}

const fixOf = ({ row: { first }, note = '' }: ProblemEntry): string => (first.unanswered ? '' : note);

function entryRow(entry: ProblemEntry, isChosen: boolean, { path, message, fix }: Columns): Row {
  const { first } = entry.row;
  const name = path > 0 ? padEnd(shortened(placeIn(entry), path - 2), path) : '';
  const title = path === 0 && first.unanswered ? `${placeIn(entry)} › ${entry.title}` : entry.title;
  const offered = fix > 0 ? truncate(fixOf(entry), fix) : '';
  // Without a fix the message has its room as well.
  const room = offered || fix === 0 ? message : message + fix + 2;
  const tone: Tone = isChosen ? 'bold' : first.overridden === undefined ? 'plain' : 'dim';
  return [
    seg(isChosen ? `${signs.pick} ` : '  ', 'accent'),
    signOf(entry),
    seg(' '),
    seg(name, 'dim'),
    seg(padEnd(shortened(title, room), room), tone),
    ...(offered ? [seg('  '), seg(offered, 'dim')] : []),
  ];
}

/** What a problem is of, without what a list's title says in parentheses: "Immediate Actions 2". */
const placeIn = ({ path = '' }: ProblemEntry): string => path.replace(/ \([^)]*\)/, '');

function signOf({ row: { first } }: ProblemEntry): Row[number] {
  if (first.unanswered) return seg(signs.untouched, 'dim');
  if (first.overridden !== undefined) return seg(signs.notApplicable, 'dim');
  const [sign, tone] = levelSigns[first.level];
  return seg(sign, tone);
}

const levelSigns: Record<ProblemEntry['row']['first']['level'], [string, Tone]> = {
  error: [signs.error, 'critical'],
  warning: [signs.attention, 'high'],
  hint: ['·', 'dim'],
};
