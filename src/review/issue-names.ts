import { type Severity, severities } from '../fields/issue.ts';
import { memo, memoSum } from '../memo.ts';
import type { Template } from '../template/template.ts';
import { type Issue, issueById, type Review } from './review.ts';

const noIssues: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };

/** How many issues there are of each severity, counted once for each state of the issues. */
export const countBySeverity = ({ issues }: Review): Readonly<Record<Severity, number>> => countsOf(issues);

const countsOf = memoSum(noIssues, (counts, { severity }: Issue, times) => ({
  ...counts,
  [severity]: counts[severity] + times,
}));

/** The names of all issues by their ids, as the report numbers them: "CRITICAL-2". */
export const issueNames = (template: Template, { issues }: Review): ReadonlyMap<string, string> =>
  namesOf(issues, template);

const namesOf = memo((issues: readonly Issue[], template: Template): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const numbers = { ...noIssues };
  for (const issue of issues) {
    numbers[issue.severity] += 1;
    names.set(issue.id, nameOf(template, issue.severity, numbers[issue.severity]));
  }
  return names;
});

/** The name of one issue: "CRITICAL-2"; empty when there is no such issue. */
export function issueName(template: Template, review: Review, id: string): string {
  const issue = issueById(review, id);
  if (!issue) return '';
  let number = 1;
  for (const one of review.issues) {
    if (one === issue) break;
    if (one.severity === issue.severity) number += 1;
  }
  return nameOf(template, issue.severity, number);
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
