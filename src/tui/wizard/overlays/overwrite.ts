import { truncateStart } from '../../../text/width.ts';
import { type Line, seg, type Tone } from '../../line.ts';
import { geometryOf } from '../render/geometry.ts';
import { textRows } from '../render/text.ts';
import type { Overlay, Size } from '../state/state.ts';

export type There = Extract<Overlay, { type: 'exists' }>;

/** What is said of a report that is there already, on a screen of this size. */
interface Said {
  /** The path, to its end however long it is. */
  title: string[];
  /** The difference in rows. */
  rows: Line[];
  /** How many of them have room. */
  room: number;
  /** Whether there is room for an empty row as well. */
  airy: boolean;
}

/** Rows that a path has at most: of a longer one its end is shown, which says most. */
const most = 3;

export function saidOf(there: There, size: Size): Said {
  const { columns, height } = geometryOf(size);
  const width = columns - 3;
  const airy = height >= 14;
  const title = titleOf(there.shown, width);
  return {
    title,
    rows: rowsOf(there.difference, width),
    room: Math.max(1, height - title.length - choices.length - (airy ? 2 : 1)),
    airy,
  };
}

function titleOf(path: string, width: number): string[] {
  const words = ' is there already.';
  const rows = textRows(path + words, width);
  if (rows.length <= most) return rows.map((row) => row.trimEnd());
  const room = width * most - words.length;
  return textRows(truncateStart(path, room) + words, width).slice(0, most);
}

const known = new WeakMap<readonly string[], { width: number; rows: Line[] }>();

/** Lines of a report are as long as paragraphs: they wrap, as what is cut off could be all that differs. */
function rowsOf(difference: readonly string[], width: number): Line[] {
  const before = known.get(difference);
  if (before?.width === width) return before.rows;
  const rows = difference.flatMap((line) => {
    const [first = '', ...more] = textRows(line, width);
    const rest = more.length > 0 ? textRows(line.slice(first.length), width - 2) : [];
    return [first, ...rest.map((row) => `  ${row}`)].map((row): Line => [seg(row, toneOf(line))]);
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

export type Choice = 'path' | 'overwrite' | 'back';

export const choices: { label: string; value: Choice }[] = [
  { label: 'Another path', value: 'path' },
  { label: 'Overwrite it', value: 'overwrite' },
  { label: 'Back to the review', value: 'back' },
];

/** Scrolls the difference by a page. */
export function scrolledBy(there: There, by: 1 | -1, size: Size): There {
  const { rows, room } = saidOf(there, size);
  const last = Math.max(0, rows.length - room);
  return { ...there, scroll: Math.max(0, Math.min(there.scroll + by * room, last)) };
}
