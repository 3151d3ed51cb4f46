import {
  boundaryAt,
  lineEnd,
  lineStart,
  nextBoundary,
  previousBoundary,
  wordAfter,
  wordBefore,
} from './graphemes.ts';
import { caretColumn, offsetAtColumn, rowOfCaret, wrap } from './wrap.ts';

/**
 * A text being edited. Immutable. Every edit looks only at the lines round the caret, so that a key costs the
 * same in a long text as in a short one.
 */
export interface Buffer {
  readonly text: string;
  /** UTF-16 offset, always at a grapheme boundary. */
  readonly caret: number;
  /** The display column that vertical motion keeps to; null after any other edit. */
  readonly column: number | null;
}

export type Motion =
  | 'left'
  | 'right'
  | 'up'
  | 'down'
  | 'word-left'
  | 'word-right'
  | 'line-start'
  | 'line-end'
  | 'text-start'
  | 'text-end'
  | 'page-up'
  | 'page-down';

type Deletion = 'backward' | 'forward' | 'word-backward' | 'word-forward' | 'to-line-start' | 'to-line-end';

export type Edit =
  | { edit: 'insert'; text: string }
  /** `width`: columns that the text is wrapped to; `rows`: how many a page has. */
  | { edit: 'move'; motion: Motion; width: number; rows?: number }
  | { edit: 'delete'; what: Deletion };

/** A buffer with its caret at `caret` (moved to a boundary), or at the end. */
export function bufferOf(text: string, caret: number = text.length): Buffer {
  return { text, caret: boundaryAt(text, caret), column: null };
}

/** The buffer after `edit`; the very same object when the edit changes nothing (up on the first row, say). */
export function applyEdit(buffer: Buffer, edit: Edit): Buffer {
  switch (edit.edit) {
    case 'insert':
      return replace(buffer, buffer.caret, buffer.caret, edit.text);
    case 'delete': {
      const to = deletions[edit.what](buffer.text, buffer.caret);
      return replace(buffer, Math.min(to, buffer.caret), Math.max(to, buffer.caret), '');
    }
    case 'move':
      return move(buffer, edit.motion, edit.width, edit.rows ?? 10);
  }
}

type Target = (text: string, caret: number) => number;

const deletions: Record<Deletion, Target> = {
  backward: previousBoundary,
  forward: nextBoundary,
  'word-backward': wordBefore,
  'word-forward': wordAfter,
  // At the edge of its line a deletion joins two lines, so that repeating it goes on.
  'to-line-start': (text, caret) => {
    const start = lineStart(text, caret);
    return start === caret ? Math.max(0, caret - 1) : start;
  },
  'to-line-end': (text, caret) => {
    const end = lineEnd(text, caret);
    return end === caret ? Math.min(text.length, caret + 1) : end;
  },
};

const horizontal: Partial<Record<Motion, Target>> = {
  left: previousBoundary,
  right: nextBoundary,
  'word-left': wordBefore,
  'word-right': wordAfter,
  'line-start': lineStart,
  'line-end': lineEnd,
  'text-start': () => 0,
  'text-end': (text) => text.length,
};

function replace(buffer: Buffer, from: number, to: number, inserted: string): Buffer {
  if (from === to && inserted === '') return buffer;
  const text = buffer.text.slice(0, from) + inserted + buffer.text.slice(to);
  // What was put together may have become one grapheme (a letter before an accent): the caret goes behind it.
  return { text, caret: boundaryAt(text, from + inserted.length), column: null };
}

function move(buffer: Buffer, motion: Motion, width: number, page: number): Buffer {
  const target = horizontal[motion];
  if (target) {
    const caret = target(buffer.text, buffer.caret);
    return caret === buffer.caret && buffer.column === null ? buffer : { ...buffer, caret, column: null };
  }
  const count = motion === 'page-up' || motion === 'page-down' ? Math.max(1, page) : 1;
  const up = motion === 'up' || motion === 'page-up';
  return verticalMove(buffer, up ? -count : count, width);
}

/**
 * The caret `rows` wrapped rows further down (up when negative), as near as can be to the column that it
 * started from. The same buffer when it stands on the first or last row already.
 */
function verticalMove(buffer: Buffer, rows: number, width: number): Buffer {
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
