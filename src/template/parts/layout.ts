import type { Part } from '../template.ts';

/** A part, with the offset in the template where it stands. */
export interface LayoutPart {
  at: number;
  part: Part;
}

/** One line of a template: its pieces, and its text with a placeholder character for each hole. */
export interface LayoutLine {
  /** The offset in the template where it begins. */
  at: number;
  pieces: LayoutPart[];
  text: string;
}

/** Stands for a hole in the text of a line: the object replacement character. */
export const hole = '\uFFFC';

/** Cuts a text with holes into lines. */
export function toLines(pieces: LayoutPart[]): LayoutLine[] {
  const lines: { at: number; pieces: LayoutPart[] }[] = [{ at: pieces[0]?.at ?? 0, pieces: [] }];
  for (const piece of pieces) {
    if (piece.part.type !== 'text') {
      lines.at(-1)?.pieces.push(piece);
      continue;
    }
    let { at } = piece;
    for (const [index, text] of piece.part.text.split('\n').entries()) {
      if (index > 0) lines.push({ at, pieces: [] });
      if (text !== '') lines.at(-1)?.pieces.push({ at, part: { type: 'text', text } });
      at += text.length + 1;
    }
  }
  return lines.map((line) => ({ ...line, text: textOf(line.pieces) }));
}

/** The inverse of `toLines`: the parts of a text, with neighbouring words made one. */
export function fromLines(lines: { pieces: LayoutPart[] }[]): Part[] {
  return joined(lines.flatMap(({ pieces }, index) => (index === 0 ? [] : [newline]).concat(partsOf(pieces))));
}

const newline: Part = { type: 'text', text: '\n' };

export const partsOf = (pieces: LayoutPart[]): Part[] => pieces.map(({ part }) => part);

function joined(parts: Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', text: last.text + part.text };
    else result.push(part);
  }
  return result;
}

const textOf = (pieces: LayoutPart[]): string =>
  pieces.map(({ part }) => (part.type === 'text' ? part.text : hole)).join('');

/** The pieces of a line from so many characters of its text on. */
export function piecesFrom(line: LayoutLine, from: number): LayoutPart[] {
  const result: LayoutPart[] = [];
  let column = 0;
  for (const { at, part } of line.pieces) {
    const size = part.type === 'text' ? part.text.length : 1;
    const cut = Math.max(0, from - column);
    if (part.type === 'text' && cut < size)
      result.push({ at: at + cut, part: { type: 'text', text: part.text.slice(cut) } });
    else if (part.type !== 'text' && cut === 0) result.push({ at, part });
    column += size;
  }
  return result;
}

/** The fields among some pieces, and where they stand. */
export const fieldsIn = (pieces: LayoutPart[]): { field: string; at: number }[] =>
  pieces.flatMap(({ at, part }) => (part.type === 'field' ? [{ field: part.field, at }] : []));

const star = 42;
const labelLine = /^\*\*([^*]+?)(?::\*\*|\*\*:)[ \t]*/;
const bulletLine = /^( *)(?:[-*+]) ([^:*\uFFFC`][^:\uFFFC]*?):[ \t]*/;

/** A line `**Label:** …` or `**Label**: …`: the label, and where what follows begins. */
export function labelOf(text: string): { label: string; end: number } | null {
  // Asked of each line of a report, of which few have one.
  const found = text.charCodeAt(0) === star ? labelLine.exec(text) : null;
  return found?.[1] ? { label: found[1].trim(), end: found[0].length } : null;
}

/** A line `- Label: …`: the label, where what follows begins, and how far it is indented. */
export function bulletLabelOf(text: string): { label: string; end: number; indent: number } | null {
  const found = bulletLine.exec(text);
  return found?.[2]
    ? { label: found[2].trim(), end: found[0].length, indent: (found[1] ?? '').length }
    : null;
}

/** Letters and digits of a heading or label, folded, without emoji, numbering and punctuation: equal means the same. */
export function folded(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = fold(text);
    // A report has few labels and many lines: what is asked over and over again is kept, and titles for a while.
    if (names.size >= 5000) names.clear();
    names.set(text, name);
  }
  return name;
}

const names = new Map<string, string>();

const ascii = /^[ -~]*$/;

function fold(text: string): string {
  // Most are plain, and this is done for each line of a report.
  if (ascii.test(text))
    return text
      .toLowerCase()
      .replace(/^[^a-z\d]*(?:(?:[a-z]|\d+)[.)]\s+)?/, '')
      .replace(/[^a-z\d]+/g, ' ')
      .trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]*(?:(?:\p{L}|\p{N}+)[.)]\s+)?/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A heading for people: without the emoji before it. */
export const plainTitle = (heading: string): string => heading.replace(/^[^\p{L}\p{N}]+/u, '').trim();
