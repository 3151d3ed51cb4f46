import { type IssueField, issueFields, severities } from '../../fields/issue.ts';
import { memo } from '../../memo.ts';
import type { Issue } from '../../review/review.ts';
import type { IssueBlock, Template } from '../../template/template.ts';

const segmentsBy = new WeakMap<IssueBlock, Map<string, IssueBlock['segments']>>();

/** What a severity asks, with what an issue has an answer for besides, each in the place where a complete issue has it. */
export function segmentsFor(
  template: Template,
  block: IssueBlock,
  issue: Issue | null,
): IssueBlock['segments'] {
  const besides = notAsked(block).filter((field) => issue?.answers[field]);
  if (besides.length === 0) return block.segments;
  const known = segmentsBy.get(block) ?? new Map<string, IssueBlock['segments']>();
  segmentsBy.set(block, known);
  const key = besides.join();
  const segments = known.get(key) ?? withFields(template, block, besides);
  known.set(key, segments);
  return segments;
}

const notAsked = memo((block: IssueBlock) => issueFields.filter((field) => !block.asks.includes(field)));

function withFields(template: Template, block: IssueBlock, fields: IssueField[]): IssueBlock['segments'] {
  const segments = [...block.segments];
  const source = severities
    .map((severity) => template.issues[severity]?.segments)
    .flatMap((all) => all ?? []);
  for (const field of fields) {
    const segment = source.find((one) => one.field === field);
    if (segment) segments.splice(placeFor(field, segments), 0, segment);
  }
  return segments;
}

function placeFor(field: IssueField, segments: IssueBlock['segments']): number {
  const before = issueFields.slice(0, issueFields.indexOf(field));
  let at = segments.findLastIndex((segment) => segment.field !== null && before.includes(segment.field)) + 1;
  while (at > 0 && at < segments.length && segments[at]?.field === null) at += 1;
  return at;
}
