import { visible } from '../../../text/clean.ts';
import { displayWidth } from '../../../text/width.ts';
import { wrapped } from '../../../text/wrap.ts';
import { type Row, rowWidth, type Segment, seg, type Tone } from '../../row.ts';

/** The mark at the left of the focused field; as wide as the space that the others have. */
export const bar = (focused: boolean): Segment => (focused ? seg('▌ ', 'accent') : seg('  '));

/** A label: quiet, and unmistakable where its field has the focus. */
export const label = (text: string, focused: boolean): Segment => seg(text, focused ? 'heading' : 'label');

/** What a stretch of an answer looks like on the screen: tabs as columns, unseen characters made visible. */
export const shown = (text: string): string => visible(text);

/** An answer's text in rows of at most `width` columns; always at least one. */
export const textRows = (text: string, width: number): string[] => wrapped(text, Math.max(1, width));

/** Words of the program in rows: headings, hints, notices. */
export const wordRows = (text: string, width: number, tone: Tone): Row[] =>
  textRows(text, width).map((row) => [seg(row, tone)]);

/** Adds remarks after the last row where they fit, below it where they do not. */
export function withRemarks(rows: Row[], remarks: Segment[], width: number, indent: Row): Row[] {
  const out = [...rows];
  for (const remark of remarks) {
    const last = out.at(-1) ?? [];
    if (rowWidth(last) + 2 + displayWidth(remark.text) <= width) {
      out[out.length - 1] = [...last, seg('  '), remark];
    } else {
      const room = Math.max(8, width - rowWidth(indent));
      out.push(...textRows(remark.text, room).map((row) => [...indent, seg(row, remark.tone)]));
    }
  }
  return out;
}

/** Words cut to a row, at the end of a word that is worth its place. */
export function shortened(text: string, width: number): string {
  return textRows(text, width).length === 1
    ? shown(text)
    : `${textRows(text, width - 1)[0]?.replace(/[\s(<[/,;:]+$/, '') ?? ''}…`;
}
