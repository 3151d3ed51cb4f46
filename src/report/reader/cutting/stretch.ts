import type { Severity } from '../../../fields/issue.ts';
import type { Line } from '../../../markdown/scan.ts';
import type { Section } from '../../../template/template.ts';
import type { Parse } from '../../answer-text.ts';

/** An issue of a report, not read yet. */
export interface UnreadIssue {
  severity: Severity;
  title: string;
  /** The line of its title, from 0. */
  at: number;
  /** Its lines as the report has them, its title first, where they are not those of a table. */
  source?: Line[];
  lines: Line[];
  /** How another kind of report names it: "CRIT-001". */
  id?: string;
  /** The number that a report of this template gives it: "CRITICAL-2". */
  number?: string;
  /** Its number in a list of another kind of report: "3", "4.1". */
  ordinal?: string;
  /** The severity that its number says, where it stands among those of another. */
  says?: Severity;
  /** Why its severity is not certain. */
  doubt?: string;
}

/** An issue that the report tells, but not as an open one: it stays among the notes of its section. */
export interface ClosedIssue {
  title: string;
  severity: Severity;
  /** The line of its title, from 0. */
  at: number;
  outcome: 'resolved' | 'accepted' | 'no issue';
}

/** A stretch of a report under one heading of the template. */
export interface Stretch {
  section: Section;
  lines: Line[];
  issues: UnreadIssue[];
  closed: ClosedIssue[];
  /** Lines under headings that the template does not have. */
  foreign: Line[];
  /** Lines that are marked as notes. */
  marked: Line[];
  /** Why the severity of its issues is not certain. */
  doubt?: string;
}

export const emptyStretch = (section: Section): Stretch => ({
  section,
  lines: [],
  issues: [],
  closed: [],
  foreign: [],
  marked: [],
});

/** What a report of another kind says of a field of the template, in words that stay where they stand. */
export interface Statement {
  field: string;
  value: string;
  /** Its line, from 0. */
  at: number;
}

/** A report cut at its headings. */
export interface CutReport {
  stretches: Stretch[];
  /** Whether it is a report of this template, or of another kind. */
  ofTemplate: boolean;
  /** How many issues of a severity the report counts in words of its own, and on which line (from 0). */
  counts: Map<Severity, { count: number; at: number }>;
  /** Plain answers outside of the template's labels. */
  statements: Statement[];
  /** Reads the value of a field that stands once in the report. */
  parse: Parse;
}
