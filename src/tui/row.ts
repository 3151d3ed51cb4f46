import { displayWidth, truncate } from '../text/width.ts';

/** What a piece of a line means; the theme knows how that looks. */
export type Tone =
  | 'plain'
  | 'answer'
  | 'label'
  | 'heading'
  | 'dim'
  | 'bold'
  | 'accent'
  | 'critical'
  | 'high'
  | 'medium'
  | 'low'
  | 'done'
  | 'error'
  | 'inverse'
  | 'title'
  | 'italic'
  | 'code'
  | 'keyword';

export interface Segment {
  text: string;
  tone: Tone;
  /** The text is being typed. */
  input?: true;
}

/** One row of the screen. */
export type Row = Segment[];

/** A row with nothing in it: one for all, so that it is known to be the same. */
export const emptyRow: Row = [];

export const seg = (text: string, tone: Tone = 'plain'): Segment => ({ text, tone });

export const rowWidth = (line: Row): number =>
  line.reduce((sum, segment) => sum + displayWidth(segment.text), 0);

/** `left`, spaces, `right`, together `width` columns; what does not fit of `left` gives way. */
export function spread(left: Row, right: Row, width: number): Row {
  const room = width - rowWidth(right);
  const kept = cut(left, Math.max(0, room - 1));
  const space = Math.max(0, room - rowWidth(kept));
  return [...kept, seg(' '.repeat(space)), ...right];
}

/** The line cut to `width` columns with an ellipsis. For what the program says, never for answers. */
export function cut(line: Row, width: number): Row {
  if (rowWidth(line) <= width) return line;
  const out: Row = [];
  let room = width;
  for (const segment of line) {
    const wide = displayWidth(segment.text);
    if (wide <= room) out.push(segment);
    else if (room > 0) out.push({ ...segment, text: truncate(segment.text, room) });
    room -= wide;
    if (room <= 0) break;
  }
  return out;
}

export const plainText = (line: Row): string => line.map((segment) => segment.text).join('');
