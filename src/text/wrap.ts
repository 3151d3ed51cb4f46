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

/** Rows of at most `width` columns, broken at words where possible. Only a single wider grapheme goes beyond. */
export function wrap(text: string, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    wrapLine(text.slice(start, end), start, Math.max(1, width), rows);
    if (newline === -1) return rows;
    start = newline + 1;
  }
}

function wrapLine(line: string, offset: number, width: number, rows: Row[]): void {
  if (line.length <= width && isPlain(line) && !line.includes('\t')) {
    rows.push({ start: offset, end: offset + line.length });
    return;
  }
  const parts = graphemes(line);
  const first = rows.length;
  let start = 0;
  let columns = 0;
  let at = 0;
  // Where the row can be broken (start of the next one), and the columns of what would then move on.
  let broken = -1;
  let carried = 0;
  let wide = false;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] ?? '';
    const room = isPlain(part) && part !== '\t' ? 1 : displayWidth(part);
    const wasWide = wide;
    wide = room > 1 && part !== '\t';
    if (at > start && (wide || wasWide)) {
      broken = at;
      carried = 0;
    }
    if (columns + room > width && at > start) {
      if (isBlank(part)) {
        const end = at;
        while (index < parts.length && isBlank(parts[index] ?? '')) at += parts[index++]?.length ?? 0;
        index--;
        rows.push({ start: offset + start, end: offset + end });
        start = at;
        columns = 0;
        broken = -1;
        wide = false;
        continue;
      }
      const end = broken > start ? broken : at;
      rows.push({ start: offset + start, end: offset + end });
      columns = end === at ? 0 : carried;
      start = end;
      broken = -1;
    }
    columns += room;
    carried += room;
    at += part.length;
    if (isBlank(part)) {
      broken = at;
      carried = 0;
    }
  }
  if (start < line.length || rows.length === first)
    rows.push({ start: offset + start, end: offset + line.length });
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
