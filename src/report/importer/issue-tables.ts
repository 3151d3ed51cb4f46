import type { IssueField, Severity } from '../../fields/issue.ts';
import { type Line, scan } from '../../markdown/scan.ts';
import type { Template } from '../../template/template.ts';
import type { UnreadIssue } from '../reader/stretch.ts';
import { remarkBehind } from './heading-remarks.ts';
import { isTableRule } from './label-forms.ts';
import { looseName, meansLabel } from './vocabulary/names.ts';
import { severityIn, severityTag } from './vocabulary/severities.ts';

type Column = IssueField | 'severity' | 'id' | 'other';

/** A table of findings: its lines, and the issue of each row. */
export interface IssueTable {
  lines: Line[];
  issues: UnreadIssue[];
}

/**
 * The tables in which each row is an issue: with a column for the title or description, and a severity in each row.
 * @param under the severity of the heading above, for tables that have no column for it
 */
export function issueTables(template: Template, lines: Line[], under: Severity | null): IssueTable[] {
  const tables: IssueTable[] = [];
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const head = lines[at] as Line;
    if (head.kind !== 'text' || !head.text.includes('|') || !isTableRule(lines[at + 1]?.text ?? '')) continue;
    const rest = lines.slice(at + 2).findIndex((line) => line.kind !== 'text' || !line.text.includes('|'));
    const end = rest < 0 ? lines.length : at + 2 + rest;
    const issues = issuesIn(template, cellsOf(head.text), lines.slice(at + 2, end), under);
    if (issues) tables.push({ lines: lines.slice(at, end), issues });
    at = end - 1;
  }
  return tables;
}

function issuesIn(
  template: Template,
  names: string[],
  rows: Line[],
  under: Severity | null,
): UnreadIssue[] | null {
  const columns = columnsOf(template, names);
  if (!columns.includes('title') || rows.length === 0) return null;
  if (!columns.includes('severity') && !columns.includes('id') && under === null) return null;
  const unsaid = unsaidIn(columns, names, rows);
  const issues = rows.map((row, at) => fromRow(template, columns, names, row, under, at === 0 ? unsaid : []));
  return issues.every((issue) => issue !== null) ? issues : null;
}

/** What the head says and no row does: columns without a value, and remarks on those whose names go without saying. */
function unsaidIn(columns: Column[], names: string[], rows: Line[]): string[] {
  const cells = rows.map((row) => cellsOf(row.text));
  const empty = (name: string, at: number) =>
    name !== '' && columns[at] === 'other' && cells.every((row) => (row[at] ?? '') === '');
  const remarked = (name: string, at: number) =>
    ['id', 'title', 'severity'].includes(columns[at] ?? '') && remarkBehind(name) !== '';
  // Those that mean a label come last: what followed would be taken for its answer.
  return [...names.filter(empty), ...names.filter(remarked)];
}

function columnsOf(template: Template, names: string[]): Column[] {
  const columns = names.map((name) => columnOf(template, looseName(name)));
  // Without a title, what says most is the title.
  if (!columns.includes('title') && columns.includes('description'))
    columns[columns.indexOf('description')] = 'title';
  // Of two for one field, the second is something else.
  return columns.map((column, at) => (column !== 'other' && columns.indexOf(column) < at ? 'other' : column));
}

const titleWords = new Set([
  ...['title', 'issue', 'finding', 'name', 'vulnerability', 'problem', 'what', 'what is wrong', 'summary'],
  ...['observation', 'weakness', 'defect', 'bug', 'flaw', 'concern'],
]);

function columnOf(template: Template, name: string): Column {
  if (['severity', 'severity level', 'sev', 'level', 'risk level', 'priority', 'criticality'].includes(name))
    return 'severity';
  if (['id', 'no', 'nr', 'number', 'ref', ''].includes(name)) return 'id';
  if (titleWords.has(name)) return 'title';
  for (const { fields } of Object.values(template.issues))
    for (const [id, field] of Object.entries(fields))
      if (meansLabel(name, looseName(field.label))) return id as IssueField;
  return 'other';
}

function fromRow(
  template: Template,
  columns: Column[],
  names: string[],
  row: Line,
  under: Severity | null,
  unsaid: string[],
): UnreadIssue | null {
  const cells = cellsOf(row.text);
  const at = (column: Column) => cells[columns.indexOf(column)] ?? '';
  const [said, id, title] = [at('severity'), at('id'), at('title')];
  const told =
    (said === '' ? null : severityIn(plain(said))) ??
    severityTag(plain(id)) ??
    (under ? { severity: under, sure: true } : null);
  if (!told || !template.issues[told.severity] || title === '') return null;
  const block = template.issues[told.severity];
  const line = (label: string | undefined, value: string) =>
    `**${label}:** ${value.replace(/<br ?\/?>/g, ' ')}`;
  const [other, known]: [string[], string[]] = [[], []];
  for (const [index, column] of columns.entries()) {
    const value = cells[index] ?? '';
    if (value === '' || column === 'id' || column === 'title') continue;
    // The words of a severity that say more than that, or none, stay with the issue.
    if (column === 'severity' && severityIn(plain(value))?.sure && /^\W*[\p{L}\d]+\W*$/u.test(value))
      continue;
    if (column === 'other' || column === 'severity') other.push(line(names[index], value));
    else known.push(line(nameOf(names[index] ?? '', block?.fields[column]?.label), value));
  }
  const beyond = cells.slice(columns.length).filter((value) => value !== '');
  // What has no field, or no column, stands first, where it is no part of an answer.
  const body = [...beyond, ...other, ...unsaid.map((name) => `**${name}:**`), ...known];
  return {
    severity: told.severity,
    title,
    at: row.at,
    lines: body.length === 0 ? [] : scan(body.join('\n')).map((line) => ({ ...line, at: row.at })),
    ...(id === '' || /^#?\d+$/.test(id) ? {} : { id }),
    ...(told.sure ? {} : { doubt: `${block?.word} is guessed from "${said || id}"` }),
  };
}

/** What a column is called as a label: as the template does, unless it says more. */
const nameOf = (name: string, label: string | undefined): string =>
  label !== undefined && remarkBehind(name) === '' ? label : name;

const plain = (text: string): string => text.replace(/[*_`]/g, '').trim();

const cellsOf = (text: string): string[] =>
  text
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
