import { wrap } from '../../text/wrap.ts';
import { plainText, type Row, type Segment, seg } from '../row.ts';
import type { Shown } from './document.ts';

/**
 * A shown line in rows of at most `width` columns, its further rows indented, and behind the bar of code or of a quote
 * as the first; always at least one.
 */
export function rowsOf({ line, indent }: Shown, width: number): Row[] {
  const text = plainText(line);
  const inset = Math.max(0, Math.min(indent, Math.floor(width / 2)));
  const [first, ...more] = wrap(text, width);
  if (!first) return [[]];
  if (more.length === 0) return [line];
  // The rows after the first have less room.
  const rest = text.slice(more[0]?.start ?? text.length);
  const offset = text.length - rest.length;
  const [bar] = line;
  const lead = bar?.text.endsWith('│ ') && bar.text.length === inset ? bar : seg(' '.repeat(inset));
  return [
    piece(line, first.start, first.end),
    ...wrap(rest, Math.max(1, width - inset)).map(({ start, end }) => [
      lead,
      ...piece(line, offset + start, offset + end),
    ]),
  ];
}

/** The part of a line between two offsets of its text. */
export function piece(line: Row, from: number, to: number): Segment[] {
  const out: Segment[] = [];
  let at = 0;
  for (const segment of line) {
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, segment.text.length);
    if (start < end) out.push({ ...segment, text: segment.text.slice(start, end) });
    at += segment.text.length;
    if (at >= to) break;
  }
  return out;
}
