import { type Severity, severities } from '../fields/issue.ts';
import { memoSum } from '../memo.ts';
import { endsPart, memoParts, type Parts } from '../memo-parts.ts';
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

/** Names some of the issues ahead, which the names need not do then; false while there are more of them. */
export const nameAhead = (template: Template, review: Review): boolean =>
  namedOf.ahead(review.issues, template) && namesOf.ahead(namedIssues(template, review));

let lastNamed: readonly NamedIssue[] = [];

const namedOf = memoParts(function* (
  issues: readonly Issue[],
  template: Template,
): Parts<readonly NamedIssue[]> {
  const numbers = { ...noIssues };
  const before = lastNamed;
  const shift = before.length - issues.length;
  const knownAt = (at: number, issue: Issue, name: string): NamedIssue | undefined =>
    before[at]?.issue === issue && before[at].name === name ? before[at] : undefined;
  const all: NamedIssue[] = [];
  for (const [at, issue] of issues.entries()) {
    numbers[issue.severity] += 1;
    const name = nameOf(template, issue.severity, numbers[issue.severity]);
    all.push(knownAt(at, issue, name) ?? knownAt(at + shift, issue, name) ?? { issue, name });
    if (endsPart(at)) yield;
  }
  lastNamed = all;
  return all;
});

let lastNames: ReadonlyMap<string, string> = new Map();

const namesOf = memoParts(function* (named: readonly NamedIssue[]): Parts<ReadonlyMap<string, string>> {
  const before = lastNames;
  let isSame = before.size === named.length;
  for (let at = 0; isSame && at < named.length; at += 1) {
    const one = named[at];
    isSame = one !== undefined && before.get(one.issue.id) === one.name;
    if (endsPart(at)) yield;
  }
  if (isSame) return before;
  const names = new Map<string, string>();
  for (const [at, { issue, name }] of named.entries()) {
    names.set(issue.id, name);
    if (endsPart(at)) yield;
  }
  lastNames = names;
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
