import * as z from 'zod/mini';
import { containLine } from '../markdown/contain-line.ts';
import { releaseLine } from '../markdown/entity.ts';
import { stripped } from '../markdown/line.ts';
import type { Field } from './field.ts';
import type { Kind, Marked, Reading } from './kind.ts';

/** What the kinds whose value is one line of words have in common. */
export const words: Kind<string> = {
  form: 'line',
  schema: z.string(),
  isEmpty: (value) => value.trim() === '',
  settle: (value) => value,
  write: (value) => containLine(value),
  read: (source) => readWords(source),
  problem: () => null,
  describe: (marked) => ({ field: bracketed(marked.label), attributes: [] }),
};

/** A line that goes on with the one above: no list, table, quote or fence, and no label in bold or plain words. */
const wraps = /^ {0,3}(?![-*+>|#`~]|\d+[.)] |\p{Lu}[\p{L}\p{N} /&'-]{0,40}:(?:\s|$))\S/u;

/** A line, with the lines that wrap it; a label, a list or what comes behind a blank line is no part of it. */
export function readWords(source: string): Reading<string> {
  if (!source.includes('\n')) return { value: releaseLine(stripped(source)) || null, rest: '' };
  const [first = '', ...more] = source.replace(/^\n+/, '').split('\n');
  const end = more.findIndex((line) => !wraps.test(line));
  const wrapping = end < 0 ? more : more.slice(0, end);
  const value = releaseLine([first, ...wrapping].map(stripped).join(' '));
  return { value: value === '' ? null : value, rest: stripped(more.slice(wrapping.length).join('\n')) };
}

/** The placeholder of a field whose template text stands in brackets. */
export function bracketed(label: string): Pick<Field, 'placeholder' | 'hint'> {
  return { placeholder: `[${label}]`, hint: label };
}

/** The template's options in a text such as "Yes/No" or "Secure / At Risk". */
export function optionsOf(label: string): string[] {
  const separator = label.includes(' / ') ? ' / ' : '/';
  return label
    .split(separator)
    .map((option) => option.trim())
    .filter((option) => option !== '');
}

/** The placeholder of a field whose template is a block of lines. */
export function enclosed(marked: Marked): Pick<Field, 'placeholder' | 'hint'> {
  if (marked.lines === null) return bracketed(marked.label);
  const lines = marked.lines.map(stripped).filter((line) => line !== '' && !line.startsWith('```'));
  const hint = (lines[0] ?? '').replace(/^(?:[-*+]|\d+\.)\s+/, '').replace(/^\[(.*)\]$/, '$1');
  return { placeholder: marked.lines.join('\n'), hint };
}
