import type { Line } from '../../../markdown/scan.ts';
import { isTableRule } from '../labels/label-forms.ts';

/** A table of a report: the cells of its head, and its rows. */
export interface Table {
  /** All of its lines: head, rule, rows. */
  lines: Line[];
  head: string[];
  rows: { line: Line; cells: string[] }[];
}

export function tablesIn(lines: Line[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const head = lines[at] as Line;
    if (!isRow(head) || !isTableRule(lines[at + 1]?.text ?? '')) continue;
    let end = at + 2;
    while (end < lines.length && isRow(lines[end] as Line)) end += 1;
    const rows = lines.slice(at + 2, end).map((line) => ({ line, cells: cellsOf(line.text) }));
    tables.push({ lines: lines.slice(at, end), head: cellsOf(head.text), rows });
    at = end - 1;
  }
  return tables;
}

const isRow = ({ kind, text }: Line): boolean => kind === 'text' && text.includes('|');

const cellsOf = (text: string): string[] =>
  text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());

/** A cell without emphasis and code signs. */
export const plainCell = (text: string): string => text.replace(/[*_`]/g, '').trim();
