import { type IssueField, issueFields } from '../../../fields/issue.ts';
import type { Template } from '../../../template/template.ts';
import { looseName, meansLabel } from '../vocabulary/names.ts';
import { severityIn } from '../vocabulary/severities.ts';
import { plainCell, type Table } from './tables.ts';

/** What a column of a table of issues holds. */
export type Column = IssueField | 'severity' | 'status' | 'id' | 'other';

const severityNames = ['severity', 'severity level', 'sev', 'level', 'risk level', 'criticality', 'priority'];
const statusNames = [
  'status',
  'state',
  'result',
  'outcome',
  'verification',
  'resolution',
  'verdict',
  'triage',
  'disposition',
  'decision',
];
const idNames = ['id', 'no', 'nr', 'number', 'ref', ''];
const titleNames = [
  ...['title', 'issue', 'finding', 'name', 'vulnerability', 'problem', 'what', 'what is wrong', 'summary'],
  ...['observation', 'weakness', 'defect', 'bug', 'flaw', 'concern'],
];

/** The columns of a table of issues; null for a table of something else, such as counts or the meaning of severities. */
export function columnsOf(template: Template, { head, rows }: Table): Column[] | null {
  const names = head.map((name) => looseName(name));
  const columns = names.map((name) => columnOf(template, name));
  // Of two that may say the severity, the one that is called so does.
  const named = severityNames.map((name) => names.indexOf(name)).find((at) => at >= 0);
  const severity = named ?? columns.indexOf('severity');
  const cell = (at: number, row: Table['rows'][number]) => plainCell(row.cells[at] ?? '');
  if (!columns.includes('title')) {
    const description = columns.indexOf('description');
    // What a severity means stands beside each of them once.
    if (
      description < 0 ||
      isLegend(
        rows.map((row) => cell(severity, row)),
        columns,
      )
    )
      return null;
    // Without a title, what says most is the title.
    columns[description] = 'title';
  }
  const title = columns.indexOf('title');
  if (rows.length === 0 || rows.every((row) => /^\W*\d*\W*$/.test(cell(title, row)))) return null;
  // Of two for one field, the second is something else.
  return columns.map((column, at) => {
    if (column === 'severity') return at === severity ? column : 'other';
    return column !== 'other' && columns.indexOf(column) < at ? 'other' : column;
  });
}

function isLegend(severities: string[], columns: Column[]): boolean {
  const told = severities.map((one) => severityIn(one)?.severity);
  const distinct = new Set(told).size === told.length && told.every((one) => one !== undefined);
  return distinct && told.length > 1 && !columns.includes('id') && !columns.includes('location');
}

function columnOf(template: Template, name: string): Column {
  if (severityNames.includes(name) || name.endsWith(' severity')) return 'severity';
  if (statusNames.includes(name)) return 'status';
  if (idNames.includes(name)) return 'id';
  if (titleNames.includes(name)) return 'title';
  const labels = Object.values(template.issues).flatMap(({ fields }) => Object.entries(fields));
  const known = labels.find(([, { label }]) => meansLabel(name, looseName(label)))?.[0];
  return issueFields.find((field) => field === known) ?? 'other';
}
