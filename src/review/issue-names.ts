import { type Severity, severities } from '../fields/issue.ts';
import type { Template } from '../template/template.ts';
import { issueById, type Review } from './review.ts';

/** How many issues there are of each severity. */
export function countBySeverity(review: Review): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const issue of review.issues) counts[issue.severity] += 1;
  return counts;
}

/** The names of all issues by their ids, as the report numbers them: "CRITICAL-2". */
export function issueNames(template: Template, review: Review): Map<string, string> {
  const names = new Map<string, string>();
  const numbers: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const issue of review.issues) {
    numbers[issue.severity] += 1;
    names.set(issue.id, nameOf(template, issue.severity, numbers[issue.severity]));
  }
  return names;
}

/** The name of one issue: "CRITICAL-2"; empty when there is no such issue. */
export function issueName(template: Template, review: Review, id: string): string {
  const issue = issueById(review, id);
  if (!issue) return '';
  const peers = review.issues.filter((one) => one.severity === issue.severity);
  return nameOf(template, issue.severity, peers.indexOf(issue) + 1);
}

function nameOf(template: Template, severity: Severity, number: number): string {
  return `${template.issues[severity]?.word ?? severity.toUpperCase()}-${number}`;
}

/** "2 critical · 4 high", without those that there are none of; "no issues" when there are none at all. */
export function countsInWords(counts: Record<Severity, number>): string {
  const words = severities.flatMap((severity) =>
    counts[severity] ? [`${counts[severity]} ${severity}`] : [],
  );
  return words.join(' · ') || 'no issues';
}
