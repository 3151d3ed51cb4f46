import type { Part } from './template.ts';

/** One line of a template: its pieces, and its text with a placeholder character for each hole. */
export interface LayoutLine {
  parts: Part[];
  text: string;
}

/** Stands for a hole in the text of a line: the object replacement character. */
export const hole = '\uFFFC';

/** Cuts a text with holes into lines. */
export function toLines(parts: Part[]): LayoutLine[] {
  const lines: Part[][] = [[]];
  for (const part of parts) {
    if (part.type !== 'text') {
      lines.at(-1)?.push(part);
      continue;
    }
    const [first = '', ...rest] = part.text.split('\n');
    if (first !== '') lines.at(-1)?.push({ type: 'text', text: first });
    for (const text of rest) lines.push(text === '' ? [] : [{ type: 'text', text }]);
  }
  return lines.map((line) => ({ parts: line, text: textOf(line) }));
}

/** The inverse of `toLines`, with neighbouring texts made one. */
export function fromLines(lines: { parts: Part[] }[]): Part[] {
  return joined(lines.flatMap((line, index) => (index === 0 ? line.parts : [newline, ...line.parts])));
}

const newline: Part = { type: 'text', text: '\n' };

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

const textOf = (parts: Part[]): string =>
  parts.map((part) => (part.type === 'text' ? part.text : hole)).join('');

/** The parts of a line from so many characters of its text on. */
export function partsFrom(line: LayoutLine, from: number): Part[] {
  const result: Part[] = [];
  let at = 0;
  for (const part of line.parts) {
    const size = part.type === 'text' ? part.text.length : 1;
    if (at >= from) result.push(part);
    else if (part.type === 'text' && at + size > from)
      result.push({ type: 'text', text: part.text.slice(from - at) });
    at += size;
  }
  return result;
}

const labelLine = /^\*\*([^*]+?)(?::\*\*|\*\*:)[ \t]*/;
const bulletLine = /^( *)(?:[-*+]) ([^:*\uFFFC`][^:\uFFFC]*?):[ \t]*/;

/** A line `**Label:** …` or `**Label**: …`: the label, and where what follows begins. */
export function labelOf(text: string): { label: string; end: number } | null {
  const found = labelLine.exec(text);
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
    // A report has few labels and many lines: what is asked over and over again is kept.
    if (names.size < 5000) names.set(text, name);
  }
  return name;
}

const names = new Map<string, string>();

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]*(?:(?:\p{L}|\p{N}+)[.)]\s+)?/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A heading for people: without the emoji before it. */
export const plainTitle = (heading: string): string => heading.replace(/^[^\p{L}\p{N}]+/u, '').trim();
