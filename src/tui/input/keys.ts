/**
 * Splits what a terminal sends into keys: an escape sequence, an Alt chord, a paste with its marks, or one
 * grapheme of text each. (ECMA-48 for CSI, xterm's ctlseqs for SS3 and bracketed paste, kitty's protocol for
 * Escape and Alt where the old encoding is open-ended.)
 */
import { graphemes } from '../../text/graphemes.ts';
import { plainKey } from './kitty.ts';

const pasteStart = '\x1b[200~';
const pasteEnd = '\x1b[201~';

// A parameter may not follow the final byte; the second [ is the Linux console's, the $ is rxvt's Shift.
const csi = /^\x1b\x1b?\[(?:\[[A-Z]|\[\d+~|[2-8]\$|(?!\[)[0-?]*[ -/]*[@-~])/;
const csiBegun = /^\x1b\x1b?\[\[?[0-?]*[ -/]*$/;
const ss3 = /^\x1b\x1b?O[0-9;]*[@-~]/;
const ss3Begun = /^\x1b\x1b?O[0-9;]*$/;
// Kitty's protocol: the key was let go. Nobody here asks for these, another program may have left them on.
const released = /^\x1b\[[\d:]*;\d*:3(?:;[\d:]*)?[A-Za-z~]$/;

/** Escape as kitty's protocol writes it: a whole sequence, which Ink need not wait to see the end of. */
export const escapeKey = '\x1b[27u';

/** F1 as terminals write it: xterm, VT220, the Linux console, kitty. */
const f1 = new Set(['\x1bOP', '\x1b[11~', '\x1b[[A', '\x1b[P']);
// Ink knows no name for it, but for Ctrl and ?, which no terminal sends in the old encoding.
const helpKey = '\x1b[63;5u';

/** A key as Ink reads it; null when it is one of the window system's own. */
function meantBy(key: string): string | null {
  if (key === '\x1b') return escapeKey;
  return f1.has(key) ? helpKey : plainKey(key);
}

/** What comes of input so far: whole keys, and the rest of which more has to come. */
export interface Split {
  keys: string[];
  rest: string;
}

export function splitKeys(input: string): Split {
  const keys: string[] = [];
  let rest = input;
  while (rest !== '') {
    const at = rest.indexOf('\x1b');
    if (at !== 0) {
      for (const key of typed(at < 0 ? rest : rest.slice(0, at))) keys.push(key);
      if (at < 0) return { keys, rest: '' };
      rest = rest.slice(at);
    }
    const key = rest.startsWith(pasteStart) ? pasteOf(rest) : sequenceOf(rest);
    if (key === null) return { keys, rest };
    const meant = released.test(key) ? null : meantBy(key);
    if (meant !== null) keys.push(meant);
    rest = rest.slice(key.length);
  }
  return { keys, rest };
}

/** More than anybody or any slow line types ahead in a read of the terminal. In UTF-16 units. */
const much = 256;

/**
 * Whether a read is a paste that the terminal did not mark as one: a lot of text and nothing else, with several
 * lines in it. Typed letters come one by one; over a slow line some of them come together, and mean what they would
 * apart.
 */
export const looksPasted = (read: string): boolean =>
  read.length >= much && isText(read) && /[\r\n][^\r\n]+[\r\n][^\r\n]/.test(read);

/** No keys but those of text. */
export const isText = (read: string): boolean => !/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(read);

/** A text as the paste that a terminal would mark it as. */
export const asPaste = (text: string): string => pasteStart + text + pasteEnd;

/** Whether the rest is a paste, whose end is waited for however long it takes. */
export const isPaste = (rest: string): boolean => rest.startsWith(pasteStart);

/** What the rest is when nothing more comes: Escape by itself, Alt with [ or O, or a broken sequence: no key. */
export function keysOfRest(rest: string): string[] {
  if (rest === '\x1b') return [escapeKey];
  if (rest === '\x1b\x1b') return [escapeKey, escapeKey];
  const alt = /^\x1b([[O])$/.exec(rest);
  return alt?.[1] ? [altKey(alt[1])] : [];
}

// CR LF counts as one grapheme, but nobody types it with one key.
const typed = (text: string): string[] =>
  graphemes(text).flatMap((grapheme) => (grapheme === '\r\n' ? ['\r', '\n'] : [grapheme]));

function pasteOf(rest: string): string | null {
  const end = rest.indexOf(pasteEnd, pasteStart.length);
  return end < 0 ? null : rest.slice(0, end + pasteEnd.length);
}

/** The sequence that `rest` starts with; null while it is not whole. */
function sequenceOf(rest: string): string | null {
  const whole = csi.exec(rest) ?? ss3.exec(rest);
  if (whole) return whole[0];
  if (rest === '\x1b' || rest === '\x1b\x1b' || csiBegun.test(rest) || ss3Begun.test(rest)) return null;
  if (rest[1] === '\x1b') return '\x1b';
  return rest.slice(0, 1 + String.fromCodePoint(rest.codePointAt(1) ?? 0).length);
}

// Alt as kitty's protocol writes it: the plain encoding of these two is the beginning of a longer sequence.
const altKey = (character: string): string => `\x1b[${character.codePointAt(0)};3u`;
