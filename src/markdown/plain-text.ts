/** What begins a block at the start of a line: a heading, a quote, a list, a rule, a table, a fence. */
const opening = /^(?:[#>+=|~-]|\d{1,9}(?=[.)]))/;

/** What begins something within a line. */
const inline = /[\\`*_[\]<>|~$]|&(?=#?\w{1,32};)|!(?=\[)/g;

/** Addresses, which would become links. */
const address = /\b(?:https?|ftp):\/\/[^\s`<>]+|\bwww\.[^\s`<>]+|\bmailto:[^\s`<>]+/gi;

/**
 * Markdown that reads as a plain text: nothing of the text begins anything, and addresses are code, not links. Its lines
 * stay lines.
 */
export const plainAsMarkdown = (text: string): string =>
  text
    .split('\n')
    .map((line) => lineAsMarkdown(line.trim()))
    .join('\n')
    .replace(/([^\n])\n(?=[^\n])/g, '$1  \n');

function lineAsMarkdown(line: string): string {
  let done = '';
  let from = 0;
  for (const found of line.matchAll(address)) {
    done += escaped(line.slice(from, found.index), from === 0);
    done += `\`${found[0]}\``;
    from = found.index + found[0].length;
  }
  return done + escaped(line.slice(from), from === 0);
}

function escaped(text: string, isStart: boolean): string {
  const quoted = text.replace(inline, (sign) => `\\${sign}`);
  if (!isStart || !opening.test(quoted)) return quoted;
  return /^\d/.test(quoted) ? quoted.replace(/^\d+/, (digits) => `${digits}\\`) : `\\${quoted}`;
}
