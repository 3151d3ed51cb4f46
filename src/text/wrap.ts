import { visible } from './clean.ts';
import { graphemes, isPlain, previousBoundary } from './graphemes.ts';
import { displayWidth } from './width.ts';

/**
 * One row of wrapped text, as offsets into it. Between two rows there is one newline, or nothing, or the blanks
 * at a soft break that had no room: these are not shown.
 */
export interface Row {
  start: number;
  end: number;
}

const isBlank = (grapheme: string): boolean => grapheme === ' ' || grapheme === '\t';

let last: { text: string; width: number; rows: readonly Row[] } = { text: '', width: 0, rows: [] };

/**
 * Rows of at most `width` columns, broken at words where possible. Only a single wider grapheme goes beyond.
 * Lines are remembered: after a key only the one that changed is broken anew.
 */
export function wrap(text: string, width: number): readonly Row[] {
  if (last.width === width && last.text === text) return last.rows;
  const rows: Row[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (fits(line, width)) rows.push({ start: offset, end: offset + line.length });
    else {
      for (const { start, end } of broken(line, Math.max(1, width)).rows) {
        rows.push({ start: offset + start, end: offset + end });
      }
    }
    offset += line.length + 1;
  }
  last = { text, width, rows };
  return rows;
}

/** The rows of a wrapped text as they are shown: what is unseen made visible, tabs as spaces. */
export function wrapped(text: string, width: number): string[] {
  const out: string[] = [];
  for (const line of text.split('\n')) {
    if (fits(line, width)) out.push(line);
    else {
      const known = broken(line, Math.max(1, width));
      known.shown ??= known.rows.map(({ start, end }) => visible(line.slice(start, end)));
      for (const row of known.shown) out.push(row);
    }
  }
  return out;
}

const fits = (line: string, width: number): boolean => line.length <= width && /^[\x20-\x7e]*$/.test(line);

interface Broken {
  rows: Row[];
  shown?: string[];
}

/** What is remembered for a width: the latest lines, and those before them. */
interface Known {
  recent: Map<string, Broken>;
  before: Map<string, Broken>;
  /** Of the recent lines, together. */
  characters: number;
}

/** Each half of what is remembered ends at so many characters. */
const remembered = { characters: 2_000_000, widths: 6 };
const byWidth = new Map<number, Known>();

function broken(line: string, width: number): Broken {
  let known = byWidth.get(width);
  if (!known) {
    const [oldest] = byWidth.keys();
    if (byWidth.size >= remembered.widths && oldest !== undefined) byWidth.delete(oldest);
    known = { recent: new Map(), before: new Map(), characters: 0 };
    byWidth.set(width, known);
  }
  const hit = known.recent.get(line);
  if (hit) return hit;
  if (known.characters >= remembered.characters) {
    known.before = known.recent;
    known.recent = new Map();
    known.characters = 0;
  }
  const made = known.before.get(line) ?? { rows: breakLine(line, width) };
  known.recent.set(line, made);
  known.characters += line.length;
  return made;
}

function breakLine(line: string, width: number): Row[] {
  const rows: Row[] = [];
  const parts = graphemes(line);
  let start = 0;
  let columns = 0;
  let at = 0;
  // Where the row can be broken (start of the next one), and the columns of what would then move on.
  let breakable = -1;
  let carried = 0;
  let wide = false;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? '';
    const room = isPlain(part) && part !== '\t' ? 1 : displayWidth(part);
    const wasWide = wide;
    wide = room > 1 && part !== '\t';
    if (at > start && (wide || wasWide)) {
      breakable = at;
      carried = 0;
    }
    if (columns + room > width && at > start) {
      if (isBlank(part)) {
        const end = at;
        while (index < parts.length && isBlank(parts[index] ?? '')) at += parts[index++]?.length ?? 0;
        index--;
        rows.push({ start, end });
        start = at;
        columns = 0;
        breakable = -1;
        wide = false;
        continue;
      }
      const end = breakable > start ? breakable : at;
      rows.push({ start, end });
      columns = end === at ? 0 : carried;
      start = end;
      breakable = -1;
    }
    columns += room;
    carried += room;
    at += part.length;
    if (isBlank(part)) {
      breakable = at;
      carried = 0;
    }
  }
  if (start < line.length || rows.length === 0) rows.push({ start, end: line.length });
  return rows;
}

/** The index of the row that the caret stands on; at a soft break it stands on the later row. */
export function rowOfCaret(rows: readonly Row[], caret: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.start ?? 0) <= caret) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The display column of the caret in its row; among blanks that are not shown, the row's end. */
export function caretColumn(text: string, rows: readonly Row[], caret: number): number {
  const row = rows[rowOfCaret(rows, caret)];
  return row ? displayWidth(text.slice(row.start, Math.min(caret, row.end))) : 0;
}

/** The offset in row `index` that is nearest to a display column without going beyond it or the row. */
export function offsetAtColumn(text: string, rows: readonly Row[], index: number, column: number): number {
  const row = rows[index];
  if (!row) return 0;
  let columns = 0;
  let at = row.start;
  for (const part of graphemes(text.slice(row.start, row.end))) {
    columns += displayWidth(part);
    if (columns > column) return at;
    at += part.length;
  }
  // Where a row goes on without a gap its end is the start of the next row: stay on this one.
  const goesOn = rows[index + 1]?.start === row.end && row.end > row.start;
  return goesOn ? previousBoundary(text, row.end) : at;
}
