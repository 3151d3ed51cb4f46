import { graphemes } from '../../text/graphemes.ts';
import { displayWidth } from '../../text/width.ts';

// Terminals do not agree on the columns of emoji, of sequences that are joined to one, of marks on a letter.
const uncertain = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{M}|\u200d/u;

/** A control sequence, a control, or text between them. */
const part = /\x1b\[([0-?]*)[ -/]*([@-~])|[\x00-\x1f\x7f]|[^\x00-\x1f\x7f]+/g;

/**
 * What is written to the terminal, with the cursor sent to its column after each character that takes more columns
 * in some terminals than in others. What follows then stands where it belongs in all of them: columns, rules, the
 * cursor, and what Ink draws anew of a row.
 *
 * @param data whole rows or parts of them, each begun by a newline or a sequence that sets the column, as Ink does
 */
export function steady(data: string): string {
  if (!uncertain.test(data)) return data;
  let column = 0;
  return data.replace(part, (whole, parameters: string | undefined, final: string | undefined) => {
    if (final !== undefined) {
      if (final === 'G') column = Math.max(0, Number(parameters || 1) - 1);
      else if (final === 'E' || final === 'F' || final === 'H') column = 0;
      return whole;
    }
    if (whole === '\n' || whole === '\r') column = 0;
    if (whole.charCodeAt(0) < 0x20 || whole === '\x7f') return whole;
    if (!uncertain.test(whole)) {
      column += displayWidth(whole);
      return whole;
    }
    let out = '';
    for (const grapheme of graphemes(whole)) {
      column += displayWidth(grapheme);
      out += uncertain.test(grapheme) ? `${grapheme}\x1b[${column + 1}G` : grapheme;
    }
    return out;
  });
}
