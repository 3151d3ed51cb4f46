import stringWidth from 'string-width';
import { visible } from './clean.ts';
import { graphemes, hasOneColumnEach, isPlain } from './graphemes.ts';

/** Columns that `text` takes on the screen once it went through `visible`. */
export function displayWidth(text: string): number {
  // Nearly all text is of these, and string-width takes its time.
  if (hasOneColumnEach(text)) return text.length;
  return stringWidth(visible(text));
}

/** `text` in at most `width` columns, with an ellipsis where it was cut. */
export function truncate(text: string, width: number): string {
  if (width <= 0) return '';
  if (displayWidth(text) <= width) return text;
  return `${fitting(graphemes(text), width - 1).join('')}…`;
}

/** The end of `text` in at most `width` columns, with an ellipsis where it was cut: of a path, what tells it from others. */
export function truncateStart(text: string, width: number): string {
  if (width <= 0) return '';
  if (displayWidth(text) <= width) return text;
  return `…${fitting([...graphemes(text)].toReversed(), width - 1)
    .toReversed()
    .join('')}`;
}

/** The first of these characters, as many as have room. */
function fitting(characters: Iterable<string>, columns: number): string[] {
  const kept: string[] = [];
  let room = columns;
  for (const character of characters) {
    room -= displayWidth(character);
    if (room < 0) break;
    kept.push(character);
  }
  return kept;
}

/** `text` with spaces after it up to `width` columns; longer text stays as it is. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The columns from `from` up to `to` of a text; spaces stand for a wide character that only one end of them cuts. */
export function columnsOf(text: string, from: number, to: number): string {
  if (isPlain(text)) return text.slice(Math.max(0, from), Math.max(0, to));
  let at = 0;
  let out = '';
  for (const character of graphemes(text)) {
    const width = displayWidth(character);
    const [start, end] = [Math.max(at, from), Math.min(at + width, to)];
    if (end > start) out += end - start === width ? character : ' '.repeat(end - start);
    else if (width === 0 && at > from && at <= to) out += character;
    at += width;
  }
  return out;
}
