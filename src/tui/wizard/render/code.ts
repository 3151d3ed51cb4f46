import { visible } from '../../../text/clean.ts';
import { wrap } from '../../../text/wrap.ts';
import type { Highlighter } from '../../preview/document.ts';
import { piece } from '../../preview/rows.ts';
import { plainText, type Row, seg } from '../../row.ts';

/** Colouring longer code, in UTF-16 units, would be felt at each key. */
const mostColoured = 5_000;

/** Code in its colours, in the rows that its text has without them; null where it has none. */
export function codeInRows(
  text: string,
  language: string,
  highlight: Highlighter,
  width: number,
): Row[] | null {
  const lines = text.length <= mostColoured ? highlight(text, language) : null;
  if (!lines) return null;
  const all = lines.flatMap((line, at): Row => (at === 0 ? line : [seg('\n'), ...line]));
  // What the colours were found for is what is shown, to the letter.
  if (plainText(all) !== text) return null;
  return wrap(text, Math.max(1, width)).map(({ start, end }) =>
    piece(all, start, end).map(({ text: part, tone }) => seg(visible(part), tone)),
  );
}
