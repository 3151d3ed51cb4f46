import type { Severity } from '../../fields/issue.ts';
import { countBySeverity } from '../../review/issue-names.ts';
import { progressOf, titleOf } from '../../review/progress.ts';
import { type Review, valueAt } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { Draft } from '../format/draft.ts';

/** A draft in a list. */
export interface DraftSummary {
  id: string;
  /** "Sanctum v1.4.2"; by the name of its template when that is not at hand. */
  title: string;
  version: string;
  reviewer: string;
  /** 0 to 1; 0 when its template is not at hand. */
  progress: number;
  counts: Record<Severity, number>;
  /** ISO 8601. */
  edited: string;
  made: string;
  /** The recommendation, e.g. "CONDITIONAL GO"; empty while there is none. */
  verdict: string;
  /** The report that it was last written to. */
  written?: string;
  /** The report that it was read from. */
  readFrom?: string;
}

export function summaryOf(draft: Draft, template: Template | undefined): DraftSummary {
  const { review, id, edited, made } = draft;
  return {
    id,
    title: titleOf(template?.title ?? draft.template.name, review),
    version: lineOf(review, 'version'),
    reviewer: lineOf(review, 'reviewer'),
    progress: template ? shareOf(template, review) : 0,
    counts: countBySeverity(review),
    edited,
    made,
    verdict: lineOf(review, 'recommendation'),
    ...(draft.written ? { written: draft.written.path } : {}),
    ...(draft.readFrom ? { readFrom: draft.readFrom } : {}),
  };
}

function shareOf(template: Template, review: Review): number {
  const { answered, total } = progressOf(template, review);
  return total === 0 ? 0 : answered / total;
}

function lineOf(review: Review, field: string): string {
  const value = valueAt(review, { field });
  return typeof value === 'string' ? value : '';
}
