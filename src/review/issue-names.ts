import { type Severity, severities } from '../fields/issue.ts';
import { memo, memoLast, memoSum } from '../memo.ts';
import type { Template } from '../template/template.ts';
import { type Issue, issueById, type Review } from './review.ts';

const noIssues: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };

/** How many issues there are of each severity, counted once for each state of the issues. */
export const countBySeverity = ({ issues }: Review): Readonly<Record<Severity, number>> => countsOf(issues);

const countsOf = memoSum(noIssues, (counts, { severity }: Issue, times) => ({
  ...counts,
  [severity]: counts[severity] + times,
}));

/** An issue with its name, as the report numbers it: "CRITICAL-2". The same object while both are the same. */
export interface NamedIssue {
  readonly issue: Issue;
  readonly name: string;
}

/** All issues with their names. */
export const namedIssues = (template: Template, { issues }: Review): readonly NamedIssue[] =>
  namedOf(issues, template);

/** The names of all issues by their ids; the same map while no issue comes, goes or is called otherwise. */
export const issueNames = (template: Template, review: Review): ReadonlyMap<string, string> =>
  namesOf(namedIssues(template, review));

let lastNamed: readonly NamedIssue[] = [];

const namedOf = memo((issues: readonly Issue[], template: Template): readonly NamedIssue[] => {
  const numbers = { ...noIssues };
  const before = lastNamed;
  const shift = before.length - issues.length;
  lastNamed = issues.map((issue, at) => {
    numbers[issue.severity] += 1;
    const name = nameOf(template, issue.severity, numbers[issue.severity]);
    for (const one of [before[at], before[at + shift]])
      if (one?.issue === issue && one.name === name) return one;
    return { issue, name };
  });
  return lastNamed;
});

const namesIn = memoLast((before: ReadonlyMap<string, string> | null, named: readonly NamedIssue[]) => {
  const isSame =
    before?.size === named.length && named.every(({ issue, name }) => before.get(issue.id) === name);
  return isSame ? before : new Map(named.map(({ issue, name }) => [issue.id, name]));
});

const namesOf = memo((named: readonly NamedIssue[]) => namesIn(named));

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
