import type { Line } from '../../markdown/scan.ts';
import { folded } from '../../template/layout.ts';
import type { Template } from '../../template/template.ts';
import type { Stretch, UnreadIssue } from '../reader/stretch.ts';
import type { Headings } from './headings.ts';
import { issueTables } from './issue-tables.ts';
import { looseIssues } from './list-issues.ts';

/**
 * Adds the issues that have no headings: bold lines, list items and tables, under a severity, or anywhere in a report
 * of another kind.
 */
export function withIssuesWithoutHeadings(
  template: Template,
  headings: Headings,
  stretches: Stretch[],
): Stretch[] {
  const loose = stretches.map((stretch) => withLoose(template, headings, stretch));
  if (headings.ofTemplate && loose.every(({ section, issues }) => !section.severity || issues.length > 0))
    return loose;
  const known = new Set(loose.flatMap(({ issues }) => issues.flatMap(namesOf)));
  return loose.map((stretch) => withTables(template, headings, stretch, known));
}

function withLoose(template: Template, headings: Headings, stretch: Stretch): Stretch {
  const { section, issues, lines, foreign } = stretch;
  if (section.severity) {
    if (issues.length > 0) return stretch;
    const found = looseIssues(template, headings, lines, section.severity);
    return found.issues.length === 0 ? stretch : { ...stretch, issues: found.issues, lines: found.lines };
  }
  if (headings.ofTemplate) return stretch;
  const own = looseIssues(template, headings, lines, null);
  const other = looseIssues(template, headings, foreign, null);
  return {
    ...stretch,
    issues: [...issues, ...own.issues, ...other.issues],
    lines: own.lines,
    foreign: other.lines,
  };
}

/** Tables of issues that are not told elsewhere in the report: an overview says nothing new. */
function withTables(template: Template, headings: Headings, stretch: Stretch, known: Set<string>): Stretch {
  const { section } = stretch;
  const under = section.severity ?? null;
  if (headings.ofTemplate && (under === null || stretch.issues.length > 0)) return stretch;
  const taken = new Set<Line>();
  const issues: UnreadIssue[] = [];
  for (const lines of [stretch.lines, stretch.foreign]) {
    for (const table of issueTables(template, lines, under)) {
      const names = table.issues.flatMap(namesOf);
      if (names.some((name) => known.has(name))) continue;
      for (const name of names) known.add(name);
      for (const line of table.lines) taken.add(line);
      issues.push(...table.issues);
    }
  }
  if (issues.length === 0) return stretch;
  const left = (lines: Line[]) => lines.filter((line) => !taken.has(line));
  return {
    ...stretch,
    issues: [...stretch.issues, ...issues],
    lines: left(stretch.lines),
    foreign: left(stretch.foreign),
  };
}

const namesOf = ({ title, id }: UnreadIssue): string[] => [folded(title), ...(id ? [folded(id)] : [])];
