/** What a single line of Markdown is by itself, whatever stands around it. */

const heading = /^ {0,3}(#{1,6})(?=[ \t]|$)/;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const marker = /^( {0,3})([-*+]|(\d{1,9})[.)])(?:([ \t]+)(.*)|)$/s;

export const isBlank = (text: string): boolean => text === '' || (isIndented(text) && /^[ \t]*$/.test(text));

/** Whether a line begins with white space. */
const isIndented = (text: string): boolean => {
  // Asked several times of each line: a code of a character is at hand, a search is not.
  const code = text.charCodeAt(0);
  return code === 32 || code === 9;
};

/** Without the white space of Markdown around it; other spaces are the reviewer's. */
export function stripped(text: string): string {
  let start = 0;
  while (isSpace(text.charCodeAt(start))) start += 1;
  return withoutEnd(text.slice(start));
}

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10;

/** Without the white space of Markdown at its end. A loop: the same as an expression takes quadratic time. */
export function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Without blank lines at its start and white space at its end; what indents its first line stays. */
export function trimmed(text: string): string {
  return withoutEnd(text).replace(/^(?:[ \t]*\n)+/, '');
}

export const isRule = (text: string): boolean => rule.test(text);

/** The heading that a line is by itself, wherever it stands. */
export function headingOf(text: string): { level: number; title: string } | null {
  const found = heading.exec(text);
  if (!found?.[1]) return null;
  const title = stripped(text.slice(found[0].length));
  let end = title.length;
  while (title.charAt(end - 1) === '#') end -= 1;
  const closed = end === 0 || /[ \t]/.test(title.charAt(end - 1));
  return { level: found[1].length, title: closed ? withoutEnd(title.slice(0, end)) : title };
}

/** Splits a list item's first line: the columns before its content, and the content. Null when it is none. */
export function listMarker(text: string): { offset: number; content: string; ordinal: number | null } | null {
  const found = marker.exec(text);
  if (!found) return null;
  const [, before = '', sign = '', ordinal, space = '', content = ''] = found;
  const gap = columnsOf(space, before.length + sign.length);
  const inner = content === '' || gap > 4 ? 1 : gap;
  const kept = content === '' ? '' : ' '.repeat(gap - inner) + content;
  return {
    offset: before.length + sign.length + inner,
    content: kept,
    ordinal: ordinal === undefined ? null : Number(ordinal),
  };
}

function columnsOf(space: string, from: number): number {
  let column = from;
  for (const char of space) column += char === '\t' ? 4 - (column % 4) : 1;
  return column - from;
}

/** Columns of white space at the start of a line. */
export function indentOf(text: string): number {
  if (!isIndented(text)) return 0;
  const space = /^[ \t]*/.exec(text)?.[0] ?? '';
  return columnsOf(space, 0);
}

/** Takes so many columns of white space from the start of a line, or as many as there are. */
export function outdent(text: string, columns: number): string {
  let column = 0;
  let index = 0;
  while (index < text.length && column < columns) {
    const char = text[index];
    if (char !== ' ' && char !== '\t') break;
    const width = char === '\t' ? 4 - (column % 4) : 1;
    if (column + width > columns) return ' '.repeat(column + width - columns) + text.slice(index + 1);
    column += width;
    index += 1;
  }
  return text.slice(index);
}
