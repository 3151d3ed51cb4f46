import { headingOf, indentOf, isBlank, isRule, listMarker, outdent } from './line.ts';

/**
 * A line scanner for Markdown that knows just what decides where an answer begins and ends: fences, HTML blocks,
 * headings, thematic breaks and the depth of lists. It follows CommonMark for these (tests hold it against mdast)
 * and is linear in the text, where a syntax tree of a long report takes seconds.
 */
export interface Line {
  /** The line without its newline. */
  text: string;
  /** Which line of the text it is, from 0. */
  at: number;
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

/** A line that begins so begins nothing but a paragraph: most lines of a report do. */
const words = /^(?:\*\*)?[a-z]/i;

const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;
const fenceOpener = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const fenceCloser = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;

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

/** Scans a text with `\n` line ends; gives one entry for each of its lines. */
export function scan(source: string): Line[] {
  const scanner = new Scanner();
  for (const text of source.split('\n')) scanner.take(text);
  return scanner.lines;
}

/** Lists within lists, deeper than anybody writes: without a limit a line of markers takes quadratic time. */
const deepest = 50;

/** The state between two lines. */
class Scanner {
  readonly lines: Line[] = [];
  /** The columns of content of the list items that are open, from the outermost. */
  private items: number[] = [];
  private open: OpenBlock | null = null;
  /** The last line was of a paragraph, which the next one may go on with. */
  private paragraph = false;
  /** The same for a paragraph in a quote, which lines without `>` go on with as well. */
  private quoted = false;
  /** The last line only began a list item. */
  private emptyItem = false;
  /** Inside an element that lasts until a blank line. */
  private markup = false;

  take(text: string): void {
    if (isBlank(text)) {
      this.blank(text);
      return;
    }
    let rest = text;
    let depth = 0;
    for (const offset of this.items) {
      if (indentOf(rest) < offset) break;
      rest = outdent(rest, offset);
      depth += 1;
    }
    if (this.open && depth < this.open.depth) {
      this.open = null;
      this.paragraph = false;
    }
    if (this.open) this.inside(this.open, text, rest);
    else if (this.markup && depth === this.items.length) {
      const found = headingOf(rest);
      this.lines.push({
        text,
        kind: found ? 'heading' : 'text',
        at: this.lines.length,
        depth,
        ...(found && depth === 0 ? found : {}),
      });
    } else this.begins(text, rest, depth);
  }

  private blank(text: string): void {
    const kind = this.open?.kind ?? 'blank';
    this.lines.push({ text, at: this.lines.length, kind, depth: this.open?.depth ?? 0 });
    // A list item may begin with one blank line, not two.
    if (this.emptyItem && !this.open) this.items = this.items.slice(0, -1);
    this.paragraph = false;
    this.quoted = false;
    this.emptyItem = false;
    this.markup = false;
  }

  private inside(open: OpenBlock, text: string, rest: string): void {
    this.lines.push({ text, at: this.lines.length, kind: open.kind, depth: open.depth });
    if (!open.closes(rest)) return;
    const first = this.lines[open.line];
    if (first) first.opens = 'closed';
    this.open = null;
  }

  /** A line that no open fence or HTML block takes. */
  private begins(text: string, content: string, level: number): void {
    const isWords = words.test(content);
    const quote = !isWords && /^ {0,3}>/.test(content);
    const within = this.paragraph && level === this.items.length;
    // A paragraph goes on in a line that is not indented as its list item is, but other blocks end the item.
    if (within || quote || !this.paragraph) this.leave(level);
    if (isWords) {
      this.words(text, level, within);
      return;
    }
    const { rest, depth } = this.enter(content, level, within);
    this.emptyItem = depth > 0 && isBlank(rest);
    const line = leaf(text, this.lines.length, rest, depth);
    this.lines.push(line);
    if (line.kind === 'fence' || line.kind === 'html') this.opens(line, rest);
    else this.goesOn(line, rest, quote, within);
  }

  /** Takes the list markers off a line, one after the other: `- - x` is two items deep. */
  private enter(content: string, level: number, within: boolean): { rest: string; depth: number } {
    let rest = content;
    let depth = level;
    for (;;) {
      const isNone = words.test(rest) || depth > deepest || isRule(rest) || indentOf(rest) > 3;
      const item = isNone ? null : listMarker(rest);
      if (!item || (within && this.paragraph && !interrupts(item))) return { rest, depth };
      this.items = [...this.items.slice(0, depth), item.offset];
      this.paragraph = false;
      rest = item.content;
      depth += 1;
    }
  }

  private opens(line: Line, rest: string): void {
    this.leave(line.depth);
    const block = openBlock(rest, this.lines.length - 1, line.depth);
    const closed = block.kind === 'html' && block.closes(rest);
    line.opens = closed ? 'closed' : 'unclosed';
    this.open = closed ? null : block;
    this.paragraph = false;
  }

  /** A line that only begins a paragraph or goes on with it. */
  private words(text: string, depth: number, within: boolean): void {
    this.lines.push({ text, at: this.lines.length, kind: 'text', depth });
    this.emptyItem = false;
    this.markup = false;
    this.quoted &&= !within;
    this.paragraph = true;
  }

  /** The list items that are deeper have ended. */
  private leave(depth: number): void {
    if (depth < this.items.length) this.items = this.items.slice(0, depth);
  }

  /** What a line that opens nothing means for the next one. */
  private goesOn(line: Line, rest: string, quote: boolean, within: boolean): void {
    const isText = line.kind === 'text';
    const isTag = rest.includes('<');
    const tag = isTag && loneTag.test(rest);
    this.markup = isText && isTag && (element.test(rest) || (tag && !this.paragraph && !this.quoted));
    if (!isText || this.markup || tag) this.leave(line.depth);
    this.quoted = isText && (quote || (this.quoted && !within));
    const ends = quote || this.markup || (within && underline.test(rest));
    this.paragraph = isText && !ends && !isBlank(rest) && (this.paragraph || indentOf(rest) < 4);
  }
}

/** An empty item, or a numbered one that does not start at 1, cannot end a paragraph. */
function interrupts(item: { content: string; ordinal: number | null }): boolean {
  return !isBlank(item.content) && (item.ordinal === null || item.ordinal === 1);
}

function leaf(text: string, at: number, rest: string, depth: number): Line {
  if (words.test(rest)) return { text, at, kind: 'text', depth };
  if (indentOf(rest) > 3) return { text, at, kind: 'text', depth };
  if (isRule(rest)) return { text, at, kind: 'rule', depth };
  const found = headingOf(rest);
  if (found) return { text, at, kind: 'heading', depth, ...(depth === 0 ? found : {}) };
  if (fenceOpener.test(rest)) return { text, at, kind: 'fence', depth };
  if (htmlBlocks.some(([start]) => start.test(rest))) return { text, at, kind: 'html', depth };
  return { text, at, kind: 'text', depth };
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
