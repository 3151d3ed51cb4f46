import * as z from 'zod/mini';
import { severities } from '../../fields/issue.ts';
import { countBySeverity } from '../../review/issue-names.ts';
import { progressOf, titleOf } from '../../review/progress.ts';
import { type Review, valueAt } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { described } from '../format/described.ts';
import type { Draft } from '../format/draft.ts';

/** A draft in a list. */
export const summarySchema = z.strictObject({
  id: z.string(),
  title: described('"Sanctum v1.4.2"; the name of its template where that is not at hand', z.string()),
  version: z.string(),
  reviewer: z.string(),
  progress: described('0 to 1; 0 where its template is not at hand', z.number()),
  counts: z.record(z.enum(severities), z.int()),
  edited: z.iso.datetime(),
  made: z.iso.datetime(),
  verdict: described('The recommendation, e.g. "CONDITIONAL GO"; empty while there is none', z.string()),
  written: described('The report that it was last written to', z.exactOptional(z.string())),
  readFrom: described('The report that it was read from', z.exactOptional(z.string())),
});

export type DraftSummary = z.infer<typeof summarySchema>;

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
