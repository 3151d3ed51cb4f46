import type { Severity } from '../fields/issue.ts';
import { memo } from '../memo.ts';
import { normalizedIssue } from '../report/normalize.ts';
import { issueNames } from '../review/issue-names.ts';
import type { Issue, Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';

/** One of the two reviews that are compared. */
export interface ComparedReview {
  template: Template;
  review: Review;
  /** The id of the draft that it is; none for a report that was read, whose issues have no ids of their own. */
  draft?: string | null;
  /** The path of the report that it was read from. */
  report?: string | null;
  /** The report's path or the draft's id that its draft follows. */
  previous?: string;
  /** What settles an issue, where that is remembered. */
  settle?: typeof normalizedIssue;
}

/** An issue as it is spoken of in its own review. */
export interface IssueRef {
  id: string;
  /** "HIGH-2". Says nothing about which issue it is in another review. */
  name: string;
  severity: Severity;
  /** One line; empty without one. */
  title: string;
}

/** An issue that is looked for in the other review: its answers in the one form of all that print alike. */
export interface ComparedIssue {
  ref: IssueRef;
  issue: Issue;
}

/** The issues of a review in their order. */
export const comparedIssues = memo((side: ComparedReview): ComparedIssue[] => {
  const { template, review, settle = normalizedIssue } = side;
  const names = issueNames(template, review);
  return review.issues.map((given) => {
    const block = template.issues[given.severity];
    const issue = block ? settle(given, block.fields) : given;
    const { id, severity } = given;
    return { issue, ref: { id, name: names.get(id) ?? '', severity, title: titleOf(issue) } };
  });
});

function titleOf({ answers: { title } }: Issue): string {
  return title && 'value' in title ? title.value.replace(/\s+/g, ' ').trim() : '';
}
