import { truncateStart } from '../../../text/width.ts';
import { fitted, type Panel, panel, stacked } from '../../panel.ts';
import { within } from '../../picker/scroll.ts';
import { boxed } from '../../pop-up.ts';
import { type Row, seg, type Tone } from '../../row.ts';
import { geometryOf } from '../render/geometry.ts';
import { menuPanel } from '../render/menu.ts';
import { isPopUp } from '../render/pop-up.ts';
import { textRows } from '../render/text.ts';
import type { Overlay } from '../state/overlay.ts';
import type { NextState, State } from '../state/state.ts';
import { openFinish } from './finish/finish.ts';

export type Overwrite = Extract<Overlay, { type: 'overwrite' }>;

/** What is said of a report that is there already, on a screen of this size. */
interface Said {
  /** Columns of its text. */
  width: number;
  /** The path, to its end however long it is. */
  title: string[];
  /** The difference in rows. */
  rows: Row[];
  /** How many of them have room. */
  room: number;
  /** Whether there is room for an empty row as well. */
  airy: boolean;
}

/** Rows that a path has at most: of a longer one its end is shown, which says most. */
const most = 3;

function saidOf(overwrite: Overwrite, { overlay, size }: State): Said {
  const { columns, rail, height: whole } = geometryOf(size);
  const isBox = isPopUp({ overlay, size });
  const width = isBox ? Math.min(columns - rail - 7, widestText) : columns - 3;
  // Above and below a box the page is seen.
  const height = isBox ? whole - 4 : whole;
  const airy = height >= 14;
  const title = titleOf(overwrite.shown, width);
  const rows = rowsOf(overwrite.difference, width);
  const room = Math.max(1, height - title.length - choices.length - (airy ? 2 : 1));
  return { width, title, rows, room: isBox ? Math.min(room, Math.max(1, rows.length)) : room, airy };
}

/** Lines of a report are read in a box no wider than this. */
const widestText = 100;

function titleOf(path: string, width: number): string[] {
  const words = ' already exists.';
  const rows = textRows(path + words, width);
  if (rows.length <= most) return rows.map((row) => row.trimEnd());
  const room = width * most - words.length;
  return textRows(truncateStart(path, room) + words, width).slice(0, most);
}

const known = new WeakMap<readonly string[], { width: number; rows: Row[] }>();

/** Lines of a report are as long as paragraphs: they wrap, as what is cut off could be all that differs. */
function rowsOf(difference: readonly string[], width: number): Row[] {
  const before = known.get(difference);
  if (before?.width === width) return before.rows;
  const rows = difference.flatMap((line) => {
    const [first = '', ...more] = textRows(line, width);
    const rest = more.length > 0 ? textRows(line.slice(first.length), width - 2) : [];
    return [first, ...rest.map((row) => `  ${row}`)].map((row): Row => [seg(row, toneOf(line))]);
  });
  known.set(difference, { width, rows });
  return rows;
}

const toneOf = (line: string): Tone =>
  line.startsWith('+')
    ? 'done'
    : line.startsWith('-')
      ? 'critical'
      : line.startsWith('@@')
        ? 'accent'
        : 'plain';

type Choice = 'path' | 'overwrite' | 'back';

const choices: { label: string; value: Choice }[] = [
  { label: 'Another path', value: 'path' },
  { label: 'Overwrite it', value: 'overwrite' },
  { label: 'Back to the review', value: 'back' },
];

/** PageUp and PageDown: scrolls the difference. */
export function scrollDifference(state: State, by: 1 | -1): State {
  const { overlay } = state;
  if (overlay?.type !== 'overwrite') return state;
  const { rows, room } = saidOf(overlay, state);
  const scroll = within(overlay.scroll + by * room, 0, rows.length - room);
  return { ...state, overlay: { ...overlay, scroll } };
}

/** Picks out another choice, or the one of that number: one digit must not be enough to lose a file. */
export function moveChoice(state: State, by: 1 | -1 | { to: number }): State {
  const { overlay } = state;
  if (overlay?.type !== 'overwrite') return state;
  const at = typeof by === 'object' ? by.to : (overlay.at + by + choices.length) % choices.length;
  return { ...state, overlay: { ...overlay, at } };
}

/** Enter: does what is picked out. */
export function takeChoice(state: State): NextState {
  const { overlay } = state;
  if (overlay?.type !== 'overwrite') return state;
  switch (choices[overlay.at]?.value) {
    case 'path':
      return openFinish(state, overlay.shown);
    case 'overwrite':
      return { state, effect: { do: 'write', path: overlay.path, seen: overlay.old } };
    default:
      return { ...state, overlay: null };
  }
}

/** The same in a box. */
export const overwriteBox = (state: State, overlay: Overwrite): Panel =>
  boxed(overwritePanel(state, overlay), saidOf(overlay, state).width + 5);

/** A file is there already: what would change in it, and what to do. */
export function overwritePanel(state: State, overlay: Overwrite): Panel {
  const { title, rows, room, airy } = saidOf(overlay, state);
  const from = within(overlay.scroll, 0, rows.length - room);
  const shown = rows.slice(from, from + room);
  const range = rows.length > room ? `  ${from + 1}–${from + shown.length} of ${rows.length}` : '';
  const inset = (row: Row): Row => [seg('  '), ...row];
  const about: Row =
    rows.length === 0
      ? [seg('The file is the same: nothing would change.', 'dim')]
      : [...legend, seg(range, 'dim')];
  return stacked(
    panel([...title.map((row): Row => [seg(row, 'bold')]), about].map(inset)),
    fitted(panel(shown.map(inset)), room),
    panel(airy ? [[]] : []),
    menuPanel(
      choices.map(({ label }) => label),
      overlay.at,
      [seg('  ')],
    ),
  );
}

const legend: Row = [seg('- the file', 'critical'), seg('  '), seg('+ this report', 'done')];
