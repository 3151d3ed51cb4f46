/**
 * What of the bytes that were written to a terminal is none of the program's own: everything but text that shows
 * itself, and the few sequences that the program has a use for, with numbers that make sense.
 */
export function foreign(bytes: string): string[] {
  const found = new Set<string>();
  for (let rest = bytes; rest !== ''; ) {
    const own = sequences.map((one) => one.exec(rest)?.[0] ?? '').find((one) => one !== '');
    const length = own?.length ?? [...rest.slice(0, 2)][0]?.length ?? 1;
    if (own === undefined) found.add(JSON.stringify(rest.slice(0, 16)));
    rest = rest.slice(length);
  }
  return [...found];
}

/** Columns and rows of no screen here are more. */
const few = '(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d)?';
const byte = '(?:\\d|[1-9]\\d|1\\d\\d|2[0-4]\\d|25[0-5])';
const look = `(?:[0-9]|2[1-9]|3\\d|4\\d|9[0-7]|10[0-7]|[34]8;5;${byte}|[34]8;2;${byte};${byte};${byte})`;

const sequences = [
  // Text, in which nothing turns the reading order, is unseen or stands on a tower of marks; a lone surrogate none.
  /^(?:(?!\p{M}{9}|[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0019}])\P{Surrogate})+/u,
  /^[\n\r]/,
  // Colours and the like; where the cursor goes; what is cleared.
  new RegExp(`^\\x1b\\[(?:${look}(?:;${look})*)?m`),
  new RegExp(`^\\x1b\\[${few}[ABCDEG]`),
  new RegExp(`^\\x1b\\[(?:${few};${few})?H`),
  /^\x1b\[[0-3]?[JK]/,
  // Cursor, alternate screen, paste marks, whole frames; and the mouse, which an editor may have left on.
  /^\x1b\[\?(?:25|1049|2004|2026|1000|1002|1003|1006)[hl]/,
  // The wheel as arrow keys: as it was, on, and as it was again.
  /^\x1b\[\?1007[shr]/,
  // The keyboard's protocol is asked for and given back.
  /^\x1b\[(?:\?|[<>=]\d{0,2})u/,
  /^\x1b\[c/,
];
