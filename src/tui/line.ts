import { displayWidth, truncate } from '../text/width.ts';

/** What a piece of a line means; the theme knows how that looks. */
export type Tone =
  | 'plain'
  | 'answer'
  | 'dim'
  | 'bold'
  | 'accent'
  | 'critical'
  | 'high'
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
export type Line = Segment[];

export const seg = (text: string, tone: Tone = 'plain'): Segment => ({ text, tone });

export const lineWidth = (line: Line): number =>
  line.reduce((sum, segment) => sum + displayWidth(segment.text), 0);

/** `left`, spaces, `right`, together `width` columns; what does not fit of `left` gives way. */
export function spread(left: Line, right: Line, width: number): Line {
  const room = width - lineWidth(right);
  const kept = cut(left, Math.max(0, room - 1));
  const space = Math.max(0, room - lineWidth(kept));
  return [...kept, seg(' '.repeat(space)), ...right];
}

/** The line cut to `width` columns with an ellipsis. For what the program says, never for answers. */
export function cut(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line;
  const out: Line = [];
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

export const plainText = (line: Line): string => line.map((segment) => segment.text).join('');
