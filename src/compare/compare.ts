import { isDeepStrictEqual } from 'node:util';
import { rolesOf } from '../checks/roles.ts';
import type { Severity } from '../fields/issue.ts';
import { memo } from '../memo.ts';
import { normalize, normalizedIssue } from '../report/normalize.ts';
import { countBySeverity } from '../review/issue-names.ts';
import { titleOf } from '../review/progress.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { type ChecklistChange, checklistChanges } from './answers/checklists.ts';
import { type Measure, measuresOf } from './answers/measures.ts';
import { notCompared, type OtherChange, otherChanges } from './answers/other-changes.ts';
import { answerInWords, effectiveAnswer } from './answers/single-fields.ts';
import { type RankedChange, riskChange, type Status, statusesOf, verdictChange } from './answers/statuses.ts';
import type { ComparedReview } from './compared-review.ts';
import { type IssueChange, issueChanges } from './issues/issue-changes.ts';
import { type Regression, regressionsIn } from './regressions.ts';

/** What a review is, in a line. */
interface About {
  /** "Sanctum v1.4.2". */
  title: string;
  template: string;
  /** As the review says it; null when it does not. */
  date: string | null;
  counts: Record<Severity, number>;
}

/** What two reviews found. All of it is in words of the new review's template. */
export interface Comparison {
  old: About;
  new: About;
  /** Whether both print the same report. */
  same: boolean;
  verdict: RankedChange;
  risk: RankedChange;
  /** Every issue of both, once. */
  issues: IssueChange[];
  /** All of the template, changed or not. */
  measures: Measure[];
  statuses: Status[];
  checklists: ChecklistChange[];
  others: OtherChange[];
  /** What only one of the templates asks for. */
  notCompared: { old: string[]; new: string[] };
  /** Whether the review that is taken for the earlier one has the later date. */
  datesSwapped: boolean;
  regressions: Regression[];
}

/** Compares a review with an earlier one. Pure, deterministic, never throws; a thousand issues each take a moment. */
export function compareReviews(older: ComparedReview, newer: ComparedReview): Comparison {
  const settle = memo(normalizedIssue);
  const printed = [older, newer].map(({ template, review }) => normalize(template, review, settle));
  const [before = older.review, after = newer.review] = printed;
  const sides = { old: settled({ ...older, settle }, before), new: settled({ ...newer, settle }, after) };
  const compared = {
    verdict: verdictChange(sides),
    risk: riskChange(sides),
    issues: issueChanges(sides),
    measures: measuresOf(sides),
    statuses: statusesOf(sides),
  };
  const [old, now] = [aboutOf(sides.old), aboutOf(sides.new)];
  return {
    old,
    new: now,
    same: isSameTemplate(older.template, newer.template) && isDeepStrictEqual(before, after),
    ...compared,
    checklists: checklistChanges(sides),
    others: otherChanges(sides),
    notCompared: notCompared(sides),
    datesSwapped: isDay(old.date) && isDay(now.date) && old.date > now.date,
    regressions: regressionsIn(compared),
  };
}

/** With the answers as a report would give them back, and the issues as they are, ids and all. */
const settled = (side: ComparedReview, printed: Review): ComparedReview => ({
  ...side,
  review: { ...printed, issues: side.review.issues },
});

const isSameTemplate = (one: Template, other: Template): boolean =>
  one.name === other.name && one.version === other.version;

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

const aboutOf = ({ template, review }: ComparedReview): About => ({
  title: titleOf(template.title, review).replace(/\s+/g, ' '),
  template: template.name,
  date: answerInWords(effectiveAnswer(review, rolesOf(template).date ?? null)),
  counts: countBySeverity(review),
});
