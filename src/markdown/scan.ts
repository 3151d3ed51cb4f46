/**
 * A line scanner for Markdown that knows just what decides where an answer begins and ends: fences, HTML blocks,
 * headings, thematic breaks and the depth of lists. It follows CommonMark for these (tests hold it against mdast)
 * and is linear in the text, where a syntax tree of a long report takes seconds.
 */
export interface Line {
  /** The line without its newline. */
  text: string;
  /** `fence` and `html`: the line opens, is in, or closes such a block. */
  kind: 'blank' | 'heading' | 'rule' | 'fence' | 'html' | 'text';
  /** How many list items the line is inside of; 0 at the document's own level. */
  depth: number;
  /** Of an ATX heading at depth 0: its level and text. */
  level?: number;
  title?: string;
  /** On the first line of a fence or HTML block: whether it ends before its container does. */
  opens?: 'closed' | 'unclosed';
}

const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/s;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const fenceOpener = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const fenceCloser = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const marker = /^( {0,3})([-*+]|(\d{1,9})[.)])(?:([ \t]+)(.*)|)$/s;

/** HTML blocks that a blank line does not end, by their start, each with what ends them. */
const htmlBlocks: [start: RegExp, end: RegExp][] = [
  [/^ {0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<![a-z]/i, />/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
];

/** Elements that begin an HTML block which a blank line ends. Nothing but headings is looked for in one. */
const element =
  /^ {0,3}<\/?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|\/>|$)/i;
const loneTag = /^ {0,3}(?:<[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<\/[a-z][a-z0-9-]*\s*>)[ \t]*$/i;

interface OpenBlock {
  kind: 'fence' | 'html';
  line: number;
  depth: number;
  closes: (rest: string) => boolean;
}

export const isBlank = (text: string): boolean => /^[ \t]*$/.test(text);

/** Without the white space of Markdown around it; other spaces are the reviewer's. */
export const stripped = (text: string): string => text.replace(/^[ \t\n]+|[ \t\n]+$/g, '');

export const isRule = (text: string): boolean => rule.test(text);

/** The heading that a line is by itself, wherever it stands. */
export function headingOf(text: string): { level: number; title: string } | null {
  const found = heading.exec(text);
  return found?.[1] ? { level: found[1].length, title: found[2]?.trim() ?? '' } : null;
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

/** Scans a text with `\n` line ends; gives one entry for each of its lines. */
export function scan(source: string): Line[] {
  const lines: Line[] = [];
  const texts = source.split('\n');
  let items: number[] = [];
  let open: OpenBlock | null = null;
  let paragraph = false;
  let emptyItem = false;
  let markup = false;
  let quoted = false;

  for (const [index, text] of texts.entries()) {
    if (isBlank(text)) {
      lines.push({ text, kind: open ? open.kind : 'blank', depth: open ? open.depth : 0 });
      paragraph = false;
      markup = false;
      quoted = false;
      // A list item may begin with one blank line, not two.
      if (emptyItem && !open) items = items.slice(0, -1);
      emptyItem = false;
      continue;
    }
    let rest = text;
    let depth = 0;
    while (depth < items.length && indentOf(rest) >= (items[depth] ?? 0)) {
      rest = outdent(rest, items[depth] ?? 0);
      depth += 1;
    }
    if (open && depth < open.depth) {
      open = null;
      paragraph = false;
    }
    if (open) {
      lines.push({ text, kind: open.kind, depth: open.depth });
      if (open.closes(rest)) {
        const first = lines[open.line];
        if (first) first.opens = 'closed';
        open = null;
      }
      continue;
    }
    // A paragraph goes on in a line that is not indented as its list item is, but other blocks end the item.
    const quote = /^ {0,3}>/.test(rest);
    if (markup && depth === items.length) {
      const found = headingOf(rest);
      lines.push({ text, kind: found ? 'heading' : 'text', depth, ...(found && depth === 0 ? found : {}) });
      continue;
    }
    markup = false;
    const within: boolean = paragraph && depth === items.length;
    const lazy = paragraph && !within && !quote;
    if (!lazy) items = items.slice(0, depth);
    // Each turn takes one list marker off the line, so that `- - x` is two items deep.
    for (;;) {
      if (isRule(rest)) break;
      const item = indentOf(rest) > 3 ? null : listMarker(rest);
      if (!item || (within && paragraph && !interrupts(item))) break;
      items = [...items.slice(0, depth), item.offset];
      depth += 1;
      paragraph = false;
      rest = item.content;
    }
    emptyItem = depth > 0 && isBlank(rest);
    const line = leaf(text, rest, depth);
    lines.push(line);
    if (line.kind === 'fence' || line.kind === 'html') {
      items = items.slice(0, depth);
      const block = openBlock(rest, index, depth);
      line.opens = 'unclosed';
      open = block.kind === 'html' && block.closes(rest) ? null : block;
      if (!open) line.opens = 'closed';
      paragraph = false;
    } else {
      markup = line.kind === 'text' && (element.test(rest) || (!paragraph && !quoted && loneTag.test(rest)));
      if (line.kind !== 'text' || markup || loneTag.test(rest)) items = items.slice(0, depth);
      quoted = line.kind === 'text' && (quote || (quoted && !within));
      const ends: boolean = quote || markup || (within && underline.test(rest));
      paragraph = line.kind === 'text' && !ends && !isBlank(rest) && (paragraph || indentOf(rest) < 4);
    }
  }
  return lines;
}

/** An empty item, or a numbered one that does not start at 1, cannot end a paragraph. */
function interrupts(item: { content: string; ordinal: number | null }): boolean {
  return !isBlank(item.content) && (item.ordinal === null || item.ordinal === 1);
}

function leaf(text: string, rest: string, depth: number): Line {
  if (indentOf(rest) > 3) return { text, kind: 'text', depth };
  if (isRule(rest)) return { text, kind: 'rule', depth };
  const found = headingOf(rest);
  if (found) return { text, kind: 'heading', depth, ...(depth === 0 ? found : {}) };
  if (fenceOpener.test(rest)) return { text, kind: 'fence', depth };
  if (htmlBlocks.some(([start]) => start.test(rest))) return { text, kind: 'html', depth };
  return { text, kind: 'text', depth };
}

function openBlock(rest: string, line: number, depth: number): OpenBlock {
  const fence = fenceOpener.exec(rest)?.[1];
  if (fence) {
    const closes = (text: string) => {
      const run = fenceCloser.exec(text)?.[1];
      return run !== undefined && run[0] === fence[0] && run.length >= fence.length;
    };
    return { kind: 'fence', line, depth, closes };
  }
  const end = htmlBlocks.find(([start]) => start.test(rest))?.[1] ?? /$/;
  return { kind: 'html', line, depth, closes: (text) => end.test(text) };
}
