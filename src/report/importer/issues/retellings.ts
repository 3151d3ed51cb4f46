import type { Line } from '../../../markdown/scan.ts';
import { folded } from '../../../template/parts/layout.ts';
import type { ClosedIssue, Stretch, UnreadIssue } from '../../reader/cutting/stretch.ts';
import { writtenLabel } from '../labels/label-forms.ts';
import type { IssueRow } from '../tables/issue-tables.ts';
import { looseName, meansLabel } from '../vocabulary/names.ts';

/** A row of a table that tells an issue again which stands elsewhere. */
export interface Retelling {
  issue: UnreadIssue;
  row: IssueRow;
}

/**
 * The stretches with what tables say of their issues: the location and effort that an issue lacks, and that it is
 * closed, which makes it a note where it stood. A severity that differs is said, not taken.
 */
export function retold(stretches: Stretch[], retellings: Retelling[]): Stretch[] {
  if (retellings.length === 0) return stretches;
  const rows = new Map<UnreadIssue, IssueRow[]>();
  for (const { issue, row } of retellings) {
    const all = rows.get(issue);
    if (all) all.push(row);
    else rows.set(issue, [row]);
  }
  return stretches.map((stretch) => {
    const isClosed = (issue: UnreadIssue) =>
      rows.get(issue)?.some(({ closing }) => closing !== null) ?? false;
    const open = stretch.issues.filter((issue) => !isClosed(issue));
    const closed = stretch.issues.filter(isClosed);
    return {
      ...stretch,
      issues: open.map((issue) => withFacts(issue, rows.get(issue) ?? [])),
      closed: [
        ...stretch.closed,
        ...closed.map((issue): ClosedIssue => {
          const outcome = rows.get(issue)?.find(({ closing }) => closing !== null)?.closing ?? 'resolved';
          return { title: issue.title, severity: issue.severity, at: issue.at, outcome };
        }),
      ],
      foreign: [...stretch.foreign, ...closed.flatMap(linesOf)],
    };
  });
}

/** An issue as it stood in the report. */
const linesOf = ({ title, at, lines, source }: UnreadIssue): Line[] =>
  source ?? [{ text: title, at, kind: 'text', depth: 0 }, ...lines];

function withFacts(issue: UnreadIssue, rows: IssueRow[]): UnreadIssue {
  const lines = rows.flatMap(({ line, facts }) =>
    [
      { label: 'Location', value: facts.location },
      { label: 'Estimated Effort', value: facts.effort },
    ]
      .filter(({ label, value }) => value !== '' && !hasLabel(issue, label))
      .flatMap(({ label, value }): Line[] => [
        { text: '', at: line.at, kind: 'blank', depth: 0 },
        { text: `**${label}:** ${value}`, at: line.at, kind: 'text', depth: 0 },
      ]),
  );
  const other = rows.find(({ issue: told }) => told.severity !== issue.severity);
  const doubt =
    other && `the table says ${other.issue.severity.toUpperCase()} of it; read as its own place says`;
  return {
    ...issue,
    lines: [...issue.lines, ...lines],
    ...(doubt && issue.doubt === undefined ? { doubt } : {}),
  };
}

const hasLabel = ({ lines }: UnreadIssue, label: string): boolean =>
  lines.some((line) => meansLabel(looseName(writtenLabel(line)?.label ?? ''), folded(label)));
