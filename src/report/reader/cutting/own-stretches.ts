import type { Severity } from '../../../fields/issue.ts';
import { isBlank, isRule } from '../../../markdown/line.ts';
import type { Line } from '../../../markdown/scan.ts';
import type { Template } from '../../../template/template.ts';
import { notesComment } from '../../landmarks.ts';
import { headingText, isOwnNumber, ownNumber } from './issue-number.ts';
import type { OwnHeadings } from './own-headings.ts';
import { emptyStretch, type Stretch, type UnreadIssue } from './stretch.ts';

/**
 * The stretches of a report that has the headings of its template and the numbers of its issues as this program writes
 * them. Null for one that lacks a heading, has others, or holds issues that are not numbered: reading that takes more.
 */
export function ownStretches(template: Template, lines: Line[], headings: OwnHeadings): Stretch[] | null {
  const { sections, open, others } = headings;
  const [head] = template.sections;
  const optional = new Set(template.pages.filter((page) => page.optional).map(({ id }) => id));
  if (!head || [...open.values()].some((section) => section !== head && !optional.has(section.page)))
    return null;
  const stretches = [emptyStretch(head)];
  const foreign = new Set(others);
  let current = stretches[0] as Stretch;
  let target = current.lines;
  for (const line of lines) {
    const section = line.level === undefined ? undefined : sections.get(line);
    if (section) {
      current = emptyStretch(section);
      stretches.push(current);
      target = current.lines;
    } else if (line.opens && line.text === notesComment) target = current.marked;
    else if (line.level !== undefined && target !== current.marked && foreign.has(line)) {
      const issue = issueAt(template, current.section.severity, line);
      if (!issue) return null;
      current.issues.push(issue);
      target = issue.lines;
    } else target.push(line);
  }
  return stretches.every((stretch) => !hidesIssues(template, stretch)) ? stretches : null;
}

/** The issue that a heading begins: "### ❌ CRITICAL-2: Title", under its own severity. */
function issueAt(template: Template, severity: Severity | undefined, line: Line): UnreadIssue | null {
  const block = severity && template.issues[severity];
  const found = block && ownNumber(template, severity, headingText(line));
  if (!found || !isOwnNumber(template, severity, found.number)) return null;
  const number = `${block.word}-${/\d+$/.exec(found.number)?.[0] ?? ''}`;
  return { severity, title: found.title, at: line.at, lines: [], number };
}

/** Whether a severity without numbered issues holds lines that may be issues. */
function hidesIssues(template: Template, { section, issues, lines }: Stretch): boolean {
  const block = section.severity && template.issues[section.severity];
  if (!block || issues.length > 0) return false;
  return lines.some(({ text }) => {
    const words = text.trim();
    return !isBlank(text) && !isRule(text) && words !== block.none && !section.fixed.includes(words);
  });
}
