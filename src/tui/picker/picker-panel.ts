import { memo } from '../../memo.ts';
import { visible } from '../../text/clean.ts';
import { displayWidth, padEnd, truncate } from '../../text/width.ts';
import { wrapped } from '../../text/wrap.ts';
import { bodyRows, framed, type Hint } from '../frame.ts';
import { fitted, type Panel, panel, type Spoken, stacked } from '../panel.ts';
import { promptPanel } from '../prompt.ts';
import { cut, type Row, rowWidth, seg } from '../row.ts';
import { signs } from '../theme.ts';
import { type Entry, excerptOf, type Further, find, type Index, indexOf } from './find.ts';
import type { Picker } from './picker.ts';
import { reveal } from './scroll.ts';

/** What there is to pick from, and what is said around it. */
export interface PickList<E extends Entry = Entry> {
  entries: readonly E[];
  /** More of them, which are found behind those. */
  further?: Further<E>;
  /** What is shown while nothing is typed; without it, all of the first. */
  atFirst?: readonly E[];
  /** What an entry is part of has a column of its own. */
  aligned?: boolean;
  /** What stands before the query. */
  title: string;
  placeholder: string;
  /** What is said where there are no entries at all. */
  empty?: Row;
  /** All that there is to say of the entry that is picked out: below the list, where there is room. */
  detailOf?(entry: E): string;
  /** What was done last, above that. */
  said?: string;
}

const indexFor = memo((entries: readonly Entry[]) => indexOf(entries));
const foundIn = memo((index: Index<Entry>, query: string, further?: Further) => find(index, query, further));

/** The entries that the query finds, the best first. */
export const foundOf = <E extends Entry>(
  { entries, further, atFirst }: PickList<E>,
  { query }: Picker,
): readonly E[] =>
  atFirst && query.text.trim() === '' ? atFirst : (foundIn(indexFor(entries), query.text, further) as E[]);

/** The entry that is picked out; undefined where nothing is found. */
export function chosenOf<E extends Entry>(list: PickList<E>, picker: Picker): E | undefined {
  const found = foundOf(list, picker);
  return found[Math.min(picker.at, found.length - 1)];
}

/** Rows for all that there is to say of an entry. */
const details = 4;

/** Rows of the list itself where list and details have so many. */
export const listRows = (list: Pick<PickList, 'entries'>, room: number): number =>
  room - (hasDetails(list, room) ? details + 1 : 0);

const hasDetails = (list: object, room: number): boolean => 'detailOf' in list && room >= 12;

/** A query, what it finds, and what keys do with the entry that is picked out. */
interface PickerParts {
  query: Panel;
  list: Panel;
  hints: Hint[];
}

/** A picker over the whole page. `hints`: what Enter and other keys do with the entry that is picked out. */
export function pickerPanel<E extends Entry>(
  list: PickList<E>,
  picker: Picker,
  hints: readonly Hint[],
  width: number,
  height: number,
): Panel {
  const { entries, empty } = list;
  if (entries.length === 0 && empty) return fitted(panel(emptyRows(empty, width)), height);
  const parts = pickerParts(list, picker, hints, width, bodyRows(height));
  return framed({ top: parts.query, hints: parts.hints, body: parts.list, width, height });
}

/** The parts of a picker of so many columns, whose list and details have `room` rows. */
export function pickerParts<E extends Entry>(
  list: PickList<E>,
  picker: Picker,
  hints: readonly Hint[],
  width: number,
  room: number,
): PickerParts {
  const { entries, empty, title, placeholder } = list;
  const found = foundOf(list, picker);
  const count = entries.length + (list.further?.count ?? 0);
  const rows = listRows(list, room);
  const chosen = Math.min(picker.at, Math.max(0, found.length - 1));
  const top = reveal(picker.top, chosen, found.length, rows);
  const shown = found.slice(top, top + rows);
  const widest = Math.max(0, ...shown.map((entry) => displayWidth(asideOf(entry))));
  const aside = Math.min(asideRoom(width), widest);
  const query = picker.query.text;
  const paths = list.aligned ? pathColumn(shown, width) : 0;
  const spoken = new Map(
    shown.map((_, at): [number, Spoken] => [at, { role: 'option', selected: top + at === chosen }]),
  );
  const listed =
    found.length === 0
      ? panel(entries.length === 0 && empty ? emptyRows(empty, width) : noneRows(query, width))
      : panel(
          shown.map((entry, at) => entryRow(entry, top + at === chosen, { aside, paths, width }, query)),
          { spoken },
        );
  const entry = found[chosen];
  const about =
    hasDetails(list, room) && entry ? detailRows(list.detailOf?.(entry) ?? '', list.said ?? '', width) : [];
  return {
    query: promptPanel({
      label: title,
      text: picker.query,
      placeholder,
      most: 1,
      width,
      before: [seg('  ')],
    }),
    list: stacked(fitted(listed, room - about.length), panel(about)),
    hints: [
      ...hints,
      ...(found.length > 1 ? [{ keys: '↑ ↓', does: 'move' }] : []),
      {
        keys: 'Esc',
        does: found.length === count ? 'back' : `back   ${found.length} of ${count}`,
      },
    ],
  };
}

/** What is said where there is nothing to list, in rows of so many columns; what stands before it comes once. */
export function emptyRows(empty: Row, width: number): Row[] {
  const words = empty.at(-1) ?? seg('');
  const before = empty.slice(0, -1);
  const inset = rowWidth(before);
  const rows = wrapped(words.text, Math.max(8, width - inset - 1));
  return rows.map((text, at): Row => [...(at === 0 ? before : [seg(' '.repeat(inset))]), { ...words, text }]);
}

/** What is said where nothing is found. */
export function noneRows(query: string, width: number): Row[] {
  const text =
    query.trim() === ''
      ? 'There is nothing to choose from yet. Esc goes back.'
      : `No matches for “${query}”. Ctrl+U clears the search.`;
  return wrapped(text, Math.max(8, width - 4)).map((row) => [seg(`  ${row}`, 'dim')]);
}

/** All that there is to say of an entry, below what was done last. */
export function detailRows(text: string, said: string, width: number): Row[] {
  const columns = Math.max(8, width - 4);
  const rows = wrapped(visible(text), columns).map((row): Row => [seg(`  ${row}`, 'dim')]);
  const done = said === '' ? [] : wrapped(said, columns).map((row): Row => [seg(`  ${row}`, 'accent')]);
  return [...done, ...rows].slice(0, details);
}

/** What is left for notes where names have three fifths of the row, or on a narrow screen all that they can use. */
const asideRoom = (width: number): number => {
  const room = width - 3 - 9;
  return Math.max(16, room - Math.max(51, Math.floor(room * 0.6)));
};

const asideOf = (entry: Entry): string => entry.note ?? entry.keys ?? '';

/** Columns of the notes, of the paths where they have a column of their own, and of the whole. */
interface Columns {
  aside: number;
  paths: number;
  width: number;
}

/** As wide as the widest path, up to a third of the row. */
const pathColumn = (entries: readonly Entry[], width: number): number =>
  Math.min(Math.floor(width / 3), Math.max(0, ...entries.map(({ path = '' }) => displayWidth(path))));

/** Where there is no room for both, the path is cut first, but to no less than a third: names differ at their ends. */
function pathOf({ path, title }: Entry, column: number, room: number): Row {
  if (column > 0) return [seg(`${padEnd(truncate(path ?? '', column), column)}  `, 'dim')];
  if (!path) return [];
  const between = ' › ';
  const left = room - displayWidth(title) - displayWidth(between);
  return [seg(`${truncate(path, Math.max(left, Math.floor(room / 3)))}${between}`, 'dim')];
}

/** `❯ CRITICAL-2 › Fix Required      field    empty`; where there is little room, the name has all of it. */
function entryRow(entry: Entry, chosen: boolean, { aside, paths, width }: Columns, query: string): Row {
  const mark = seg(chosen ? `${signs.pick} ` : '  ', 'accent');
  const columns = width >= 60 ? 9 + (aside > 0 ? aside + 1 : 0) : aside > 0 ? aside + 1 : 0;
  // With the space before what stands at the right: all of that is in columns of its own.
  const room = Math.max(8, width - 3 - columns);
  const most = room - 1;
  const name: Row = [...pathOf(entry, paths, most), seg(entry.title, chosen ? 'bold' : 'plain')];
  const excerpt = excerptOf(entry, query, Math.max(0, most - rowWidth(name) - 2));
  const kept = cut(excerpt ? [...name, seg(`  ${excerpt}`, 'dim')] : name, most);
  const kind = width >= 60 ? padEnd(entry.kind, 9) : '';
  const gap = ' '.repeat(room - rowWidth(kept));
  return [mark, ...kept, seg(gap), seg(kind, 'dim'), seg(truncate(asideOf(entry), aside), 'dim')];
}
