import type { Buffer } from '../text/buffer.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';
import { bodyRows, framed, type Hint, titled } from './frame.ts';
import { type Panel, panel, stacked } from './panel.ts';
import { type ListKey, scrolled, within } from './picker/scroll.ts';
import { promptPanel } from './prompt.ts';
import { type Row, seg } from './row.ts';

/** One row of the table of keys, for a person. */
export interface HelpRow {
  keys: string;
  does: string;
  group: string;
}

/** What is typed to find a key, and how far the rows are scrolled. */
export interface HelpView {
  query: Buffer;
  scroll: number;
}

/** Rows of Help that are in view on a screen of this height. */
const roomIn = (height: number): number => Math.max(1, bodyRows(height) - 2);

/** Help scrolled by a key. */
export function scrolledHelp(
  view: HelpView,
  key: ListKey,
  rows: readonly HelpRow[],
  width: number,
  height: number,
): number {
  const { length } = helpRows(matching(rows, view.query.text), width);
  const room = roomIn(height);
  return scrolled(within(view.scroll, 0, length - room), key, length, room);
}

/** What the keys do, by groups; typing keeps the rows that have all the words. */
export function helpPanel(
  { query, scroll }: HelpView,
  rows: readonly HelpRow[],
  hints: readonly Hint[],
  width: number,
  height: number,
): Panel {
  const all = helpRows(matching(rows, query.text), width);
  const room = roomIn(height);
  const top = within(scroll, 0, all.length - room);
  const search = promptPanel({
    label: 'Find',
    text: query,
    placeholder: 'a key, or what it does',
    most: 1,
    width,
    before: [seg(' ')],
  });
  return framed({
    top: titled('Help', [seg(placeIn(top, room, all.length), 'dim')], width),
    hints,
    body: stacked(search, panel([[], ...all.slice(top, top + room)])),
    width,
    height,
  });
}

/** "3–21 of 64" when not all of it is in view. */
const placeIn = (top: number, room: number, total: number): string =>
  total <= room ? '' : `${top + 1}–${Math.min(total, top + room)} of ${total}`;

function matching(rows: readonly HelpRow[], query: string): HelpRow[] {
  const words = query.toLowerCase().split(/\s+/);
  return rows.filter((row) => {
    const text = `${row.keys} ${row.does} ${row.group}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function helpRows(rows: readonly HelpRow[], width: number): Row[] {
  if (rows.length === 0) return [[seg(' No matches. Ctrl+U clears the search.', 'dim')]];
  const widest = rows.reduce((most, row) => Math.max(most, displayWidth(row.keys)), 0);
  const keys = Math.min(widest, Math.floor(width / 2) - 4) + 2;
  const groups = Map.groupBy(rows, (row) => row.group);
  return [...groups].flatMap(([group, members], index) => [
    ...(index > 0 ? [[]] : []),
    [seg(` ${group}`, 'bold')],
    ...members.flatMap((row) => rowsOf(row, keys, width)),
  ]);
}

// Both columns wrap: on a narrow screen nothing is cut off.
function rowsOf(row: HelpRow, keys: number, width: number): Row[] {
  const left = wrap(row.keys, keys - 1).map(({ start, end }) => row.keys.slice(start, end));
  const right = wrap(row.does, Math.max(8, width - keys - 4)).map(({ start, end }) =>
    row.does.slice(start, end),
  );
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    seg(`   ${padEnd(left[index] ?? '', keys)}`),
    seg(right[index] ?? ''),
  ]);
}
