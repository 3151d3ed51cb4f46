import type { Comparison } from '../../compare/compare.ts';
import { outcomes } from '../../compare/issues/issue-changes.ts';
import type { OpenedReview } from '../opening/open-review.ts';

/** Version 2 of the shape that the README documents. */
export function comparisonJson(comparison: Comparison, older: OpenedReview, newer: OpenedReview): string {
  const { old, new: now, same, verdict, risk, issues, regressions, datesSwapped, ...rest } = comparison;
  const counts = outcomes.map((outcome) => [
    outcome,
    issues.filter((issue) => issue.outcome === outcome).length,
  ]);
  const object = {
    version: 2,
    old: { draft: older.draft, report: older.report, ...old },
    new: { draft: newer.draft, report: newer.report, ...now },
    same,
    verdict,
    risk,
    counts: Object.fromEntries(counts),
    datesSwapped,
    regressions,
    issues,
    ...rest,
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
