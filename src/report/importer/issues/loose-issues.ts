import type { Severity } from '../../../fields/issue.ts';
import type { Line } from '../../../markdown/scan.ts';
import type { Template } from '../../../template/template.ts';
import type { ClosedIssue, Stretch, UnreadIssue } from '../../reader/cutting/stretch.ts';
import type { Headings } from '../headings.ts';
import { type IssueRow, issueTables } from '../tables/issue-tables.ts';
import { type Closing, closingAt, withoutClosing } from '../vocabulary/statuses.ts';
import { type Found, listIssues } from './list-issues.ts';
import { type Retelling, retold } from './retellings.ts';
import { KnownIssues } from './same-issue.ts';

/**
 * Adds the issues that have no headings: bold lines, list items and tables, under a severity, or anywhere in a report
 * of another kind. What tells an issue again that has a heading, or stands in a list, adds its facts to that one.
 */
export function withLooseIssues(template: Template, headings: Headings, stretches: Stretch[]): Stretch[] {
  const gathering = new Gathering(template, headings);
  for (const { issues } of stretches) gathering.know(issues);
  const listed = stretches.map((stretch) => gathering.withLists(stretch));
  const complete = listed.every(({ section, issues }) => !section.severity || issues.length > 0);
  if (headings.ofTemplate && complete) return listed;
  return retold(
    listed.map((stretch) => gathering.withTables(stretch)),
    gathering.retellings,
  );
}

class Gathering {
  readonly retellings: Retelling[] = [];
  private readonly known = new KnownIssues();
  private readonly template: Template;
  private readonly headings: Headings;

  constructor(template: Template, headings: Headings) {
    this.template = template;
    this.headings = headings;
  }

  know(issues: UnreadIssue[]): void {
    for (const issue of issues) this.known.add(issue);
  }

  withLists(stretch: Stretch): Stretch {
    const { section, issues, lines, foreign } = stretch;
    if (section.severity) {
      if (issues.length > 0) return stretch;
      const found = this.lists(lines, section.severity);
      return { ...stretch, ...found, closed: [...stretch.closed, ...found.closed] };
    }
    if (this.headings.ofTemplate) return stretch;
    const own = this.lists(lines, null);
    const other = this.lists(foreign, null);
    return {
      ...stretch,
      issues: [...issues, ...own.issues, ...other.issues],
      closed: [...stretch.closed, ...own.closed, ...other.closed],
      lines: own.lines,
      foreign: other.lines,
    };
  }

  private lists(lines: Line[], under: Severity | null): Found {
    const isKnown = (issue: UnreadIssue) => this.known.find(issue, issue.id) !== undefined;
    const found = listIssues({ template: this.template, headings: this.headings, under, isKnown }, lines);
    this.know(found.issues);
    return found;
  }

  withTables(stretch: Stretch): Stretch {
    const { section } = stretch;
    const under = section.severity ?? null;
    if (this.headings.ofTemplate && (under === null || stretch.issues.length > 0)) return stretch;
    const taken = new Set<Line>();
    const issues: UnreadIssue[] = [];
    const closed = [...stretch.closed];
    for (const lines of [stretch.lines, stretch.foreign]) {
      for (const table of issueTables(this.template, lines, under)) {
        const why = this.headings.ofTemplate
          ? undefined
          : this.headings.surroundings.quiet.get(table.lines[0] as Line);
        if (why !== undefined) {
          for (const one of closedRows(table.rows, closingAt(why))) closed.push(one);
          continue;
        }
        const { open, shut } = this.told(table.rows);
        for (const one of shut) closed.push(one);
        if (open.length === 0) continue;
        // The head stays with the rows that are no open issues.
        const isWhole = open.length === table.lines.length - 2;
        for (const line of isWhole ? table.lines : open.map((row) => row.line)) taken.add(line);
        for (const { issue } of open) issues.push(issue);
      }
    }
    if (issues.length === 0) return { ...stretch, closed };
    this.know(issues);
    const left = (lines: Line[]) => lines.filter((line) => !taken.has(line));
    return {
      ...stretch,
      issues: [...stretch.issues, ...issues],
      closed,
      lines: left(stretch.lines),
      foreign: left(stretch.foreign),
    };
  }

  /**
   * The rows that tell an issue, open or closed, which is told nowhere else. An overview, of which half is known, tells
   * no open one.
   */
  private told(rows: IssueRow[]): { open: IssueRow[]; shut: ClosedIssue[] } {
    const again = new Set<IssueRow>();
    for (const row of rows) {
      const issue = this.known.find(row.issue, row.id);
      if (!issue) continue;
      again.add(row);
      this.retellings.push({ issue, row });
    }
    if (again.size * 2 >= rows.length) return { open: [], shut: [] };
    const open = rows.filter((row) => row.closing === null && !again.has(row));
    return { open, shut: closedRows(rows, null) };
  }
}

/** The rows that tell closed issues; `outcome` is that of rows which do not say it. */
const closedRows = (rows: IssueRow[], outcome: Closing | null): ClosedIssue[] =>
  rows.flatMap(({ issue: { title, severity, at }, closing }): ClosedIssue[] => {
    const told = closing ?? outcome;
    return told === null ? [] : [{ title: withoutClosing(title) || title, severity, at, outcome: told }];
  });
