import type { Severity } from '../../../fields/issue.ts';
import { type Line, scan } from '../../../markdown/scan.ts';
import type { Template } from '../../../template/template.ts';
import type { UnreadIssue } from '../../reader/cutting/stretch.ts';
import { bareTitle } from '../issues/titles.ts';
import { remarkBehind } from '../labels/heading-remarks.ts';
import { isInformational, severityIn, severityTag } from '../vocabulary/severities.ts';
import { type Closing, closingIn, closingOfTitle } from '../vocabulary/statuses.ts';
import { type Column, columnsOf } from './table-columns.ts';
import { plainCell, type Table, tablesIn } from './tables.ts';

/** A row of a table that tells an issue. */
export interface IssueRow {
  line: Line;
  issue: UnreadIssue;
  /** Its number or id in the table: "1", "ST-2". */
  id: string;
  closing: Closing | null;
  /** Its cells that an issue told elsewhere may lack, as lines with labels. */
  facts: { location: string; effort: string };
}

/** A table of issues, and those of its rows that tell one. */
export interface IssueTable {
  lines: Line[];
  rows: IssueRow[];
}

/**
 * The tables of which each row tells an issue: with a column for the title or description, and a severity in the row.
 * @param under the severity of the heading above, for tables that have no column for it
 */
export function issueTables(template: Template, lines: Line[], under: Severity | null): IssueTable[] {
  return tablesIn(lines).flatMap((table) => {
    const columns = columnsOf(template, table);
    if (!columns) return [];
    if (!columns.includes('severity') && !columns.includes('id') && under === null) return [];
    const rows = table.rows.flatMap((row) => rowOf(template, columns, table, row, under) ?? []);
    const [first] = rows;
    if (!first) return [];
    const unsaid = unsaidIn(columns, table).map((name) => `**${name}:**`);
    first.issue.lines = scanned([...unsaid, ...first.issue.lines.map(({ text }) => text)], first.line);
    return [{ lines: table.lines, rows }];
  });
}

/** What the head says and no row does: columns without a value, and remarks on those whose names go without saying. */
function unsaidIn(columns: Column[], { head, rows }: Table): string[] {
  const empty = (name: string, at: number) =>
    name !== '' &&
    ['other', 'status'].includes(columns[at] ?? '') &&
    rows.every(({ cells }) => (cells[at] ?? '') === '');
  const remarked = (name: string, at: number) =>
    ['id', 'title', 'severity'].includes(columns[at] ?? '') && remarkBehind(name) !== '';
  // Those that mean a label come last: what followed would be taken for its answer.
  return [...head.filter(empty), ...head.filter(remarked)];
}

function rowOf(
  template: Template,
  columns: Column[],
  { head }: Table,
  { line, cells }: Table['rows'][number],
  under: Severity | null,
): IssueRow | null {
  const at = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const [says, id, written] = [plainCell(at('severity')), plainCell(at('id')), at('title')];
  const tag = severityTag(id) ?? severityTag(plainCell(written));
  const severity = says === '' ? (tag ?? (under && { severity: under, sure: true })) : severityIn(says);
  const block = severity && template.issues[severity.severity];
  if (!severity || !block || plainCell(written) === '' || isInformational(written)) return null;
  const bare = bareTitle(written);
  const name = [isNumber(id) ? '' : id, ...bare.marks].filter((mark) => mark !== '').join(' ');
  const issue: UnreadIssue = {
    severity: severity.severity,
    title: bare.title,
    at: line.at,
    lines: scanned(labelled(columns, head, cells, block.fields), line),
    ...(name === '' ? {} : { id: name }),
    ...(severity.sure ? {} : { doubt: `${block.word} is guessed from "${says || id}"` }),
  };
  const closing = closingIn(plainCell(at('status'))) ?? closingOfTitle(plainCell(written));
  return { line, issue, id, closing, facts: { location: at('location'), effort: at('effort') } };
}

const isNumber = (id: string): boolean => /^#?\d+(?:\.\d+)*$/.test(id);

const scanned = (texts: string[], { at }: Line): Line[] =>
  texts.length === 0 ? [] : scan(texts.join('\n')).map((line) => ({ ...line, at }));

/** The cells of a row as lines with labels; what has no field, or no column, first, where it is no part of an answer. */
function labelled(
  columns: Column[],
  head: string[],
  cells: string[],
  fields: Partial<Record<Column, { label: string }>>,
): string[] {
  const line = (label: string, value: string) => `**${label}:** ${value.replace(/<br ?\/?>/g, ' ')}`;
  const known: string[] = [];
  const other = cells.slice(columns.length).filter((value) => value !== '');
  for (const [index, column] of columns.entries()) {
    const [name = '', value = ''] = [head[index], cells[index]];
    if (value === '' || column === 'id' || column === 'title') continue;
    const field = fields[column];
    // The words of a severity that say more than that, or none, stay with the issue.
    if (column === 'severity' && severityIn(plainCell(value))?.sure && /^\W*[\p{L}\d]+\W*$/u.test(value))
      continue;
    // As the template calls it, unless its name says more.
    if (field) known.push(line(remarkBehind(name) === '' ? field.label : name, value));
    else other.push(line(name, value));
  }
  return [...other, ...known];
}
