/**
 * Text from outside, made harmless: `clean` for what is kept, `visible` for what is shown. Nothing that a
 * terminal would obey passes either.
 */

// Escape sequences are taken out whole where their form is certain (ECMA-48: CSI, the strings OSC, DCS, SOS, PM
// and APC when they end on their line, character sets), else only the escape: no word is lost to a stray byte.
const escapes =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]+[0-~]|[\x00-\x08\x0b-\x1f\x7f-\x9f]|\p{Surrogate}/gu;

// What shows nothing by itself or turns the reading order: controls, bidi marks, zero-width spaces, fillers, separators.
// Tags are that too but in flags (UTS #51), where they are left alone.
const hidden =
  /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,6}\u{e007f}|[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]|\u034f|\p{Surrogate}/gu;

// No script puts so many marks on one letter; a tower of them covers the rows above and below.
const tower = /(\p{M}{8})(\p{M}+)/gu;

/** Columns that a tab takes on the screen. */
const tabColumns = 4;
const tab = ' '.repeat(tabColumns);

/**
 * Newlines as LF, and out with controls, escape sequences and lone surrogates. `removed` counts them (a sequence
 * is one), so that it can be said.
 */
export function clean(text: string): { text: string; removed: number } {
  let removed = 0;
  const kept = text.replace(/\r\n?/g, '\n').replace(escapes, () => {
    removed++;
    return '';
  });
  return { text: kept, removed };
}

/** One line: newlines with the space round them become one space. `joined` says whether there were any inside. */
export function oneLine(text: string): { text: string; joined: boolean } {
  const trimmed = text.replace(/^\s*\n|\n\s*$/g, '');
  const joined = /[\n\r]/.test(trimmed);
  return { text: joined ? trimmed.replace(/[^\S\n\r]*[\n\r]\s*/g, ' ') : trimmed, joined };
}

/** The same cleaned, on one line. */
export const cleanLine = (text: string): string => oneLine(clean(text).text).text;

/** For the screen: tabs as spaces, and what would be unseen or obeyed as its name, e.g. ⟨U+202E⟩. Newlines stay. */
export function visible(text: string): string {
  if (!/[^\n\x20-\x7e]/.test(text)) return text;
  return text.replaceAll('\t', tab).replace(hidden, named).replace(tower, lowered);
}

const lowered = (_: string, kept: string, rest: string) => `${kept}⟨+${[...rest].length} marks⟩`;

function named(character: string): string {
  if (character.length > 2) return character;
  const code = character.codePointAt(0) ?? 0;
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
