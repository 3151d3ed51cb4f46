import type { Buffer } from './buffer.ts';
import { lineEnd, lineStart } from './graphemes.ts';
import { caretColumn, offsetAtColumn, rowOfCaret, wrap } from './wrap.ts';

/**
 * The caret `rows` wrapped rows further down (up when negative), as near as can be to the column that it
 * started from. The same buffer when it stands on the first or last row already.
 */
export function verticalMove(buffer: Buffer, rows: number, width: number): Buffer {
  const { text } = buffer;
  let start = lineStart(text, buffer.caret);
  let line = text.slice(start, lineEnd(text, buffer.caret));
  let wrapped = wrap(line, width);
  let row = rowOfCaret(wrapped, buffer.caret - start);
  const column = buffer.column ?? caretColumn(line, wrapped, buffer.caret - start);
  let left = Math.abs(rows);
  while (left > 0) {
    if (rows < 0 && row > 0) row--;
    else if (rows > 0 && row < wrapped.length - 1) row++;
    else {
      const edge = rows < 0 ? start - 1 : start + line.length + 1;
      if (edge < 0 || edge > text.length) break;
      start = lineStart(text, edge);
      line = text.slice(start, lineEnd(text, edge));
      wrapped = wrap(line, width);
      row = rows < 0 ? wrapped.length - 1 : 0;
    }
    left--;
  }
  if (left === Math.abs(rows)) return buffer;
  return { text, caret: start + offsetAtColumn(line, wrapped, row, column), column };
}
