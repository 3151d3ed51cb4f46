/**
 * A character that would end an answer, or begin something of the report's own, is written as its numeric entity,
 * which a reader of the report sees as that character. Text that itself looks like such an entity gets its `&`
 * quoted, so that `releaseLine` is the exact inverse.
 */

/**
 * The only characters that are ever written so: tab, newline, space, letters, digits, and the signs that begin or
 * end something in Markdown. Others, such as `&#124;`, are left as people write them.
 */
const codes =
  '9|10|32|35|4[0-2]|4[4-5]|47|4[89]|5[0-9]|60|61|6[5-9]|7\\d|8\\d|90|91|95|96|9[7-9]|1[01]\\d|12[0-2]|126';
const lookalike = new RegExp(`&(?=(?:amp;)*#(?:${codes});)`, 'g');
const written = new RegExp(`&(amp;)?((?:amp;)*#(${codes});)`, 'g');

/** A character that can be written as an entity and is no white space. */
export const encodable = /[#*\-/<=[_`~(),:;A-Za-z0-9]/;

export const entity = (char: string): string => `&#${char.codePointAt(0)};`;

/** Writes the character at an index as its entity. */
export function entityAt(text: string, index: number): string {
  return text.slice(0, index) + entity(text.charAt(index)) + text.slice(index + 1);
}

/** Tells what looks like an entity from those that are written here. */
export const quote = (text: string): string => text.replace(lookalike, '&amp;');

/** Takes back the entities and quotes in text outside of fences. */
export const releaseLine = (text: string): string =>
  // Most texts have none, and a search for one sign takes next to nothing.
  !text.includes('&')
    ? text
    : text.replace(written, (_, amp, rest, code) => (amp ? `&${rest}` : String.fromCodePoint(Number(code))));
