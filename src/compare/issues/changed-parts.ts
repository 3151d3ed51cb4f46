import type { Field } from '../../fields/field.ts';
import { type IssueField, issueFields } from '../../fields/issue.ts';
import type { Answer, Value } from '../../fields/value.ts';
import { memo } from '../../memo.ts';
import type { Template } from '../../template/template.ts';
import type { ComparedIssue } from '../compared-review.ts';

/** What of an issue can change while it stays the same one: a field, or the lines that fit none. */
export type Part = IssueField | 'note';

const allParts: readonly Part[] = [...issueFields, 'note'];

/** What each part of an issue says, as strings that are the same for what reads the same; empty without an answer. */
const contentOf = memo(({ issue }: ComparedIssue): string[] =>
  allParts.map((part) => (part === 'note' ? spaced(issue.note ?? '') : answerKey(issue.answers[part]))),
);

/** All that an issue says, as one string: the same for issues that say the same, but for their white space. */
export const issueContent = (one: ComparedIssue): string =>
  JSON.stringify([one.issue.severity, ...contentOf(one)]);

/** What reads otherwise in the new issue. An answer that each template gives by itself is no change. */
export function changedParts(
  [oldTemplate, one]: [Template, ComparedIssue],
  [newTemplate, other]: [Template, ComparedIssue],
): Part[] {
  const [before, after] = [contentOf(one), contentOf(other)];
  const byDefault = (template: Template, { issue }: ComparedIssue, part: Part) =>
    part === 'note' ? '' : comparableAnswer(undefined, template.issues[issue.severity]?.fields[part]);
  return allParts.filter((part, at) => {
    const [old, now] = [before[at], after[at]];
    if (old === now) return false;
    return (old || byDefault(oldTemplate, one, part)) !== (now || byDefault(newTemplate, other, part));
  });
}

/** The answer that holds, given or by default, as a string that is the same for those that read the same. */
export const comparableAnswer = (answer: Answer | undefined, field: Field | undefined): string =>
  answerKey(answer ?? (field?.default === undefined ? undefined : { value: field.default }));

function answerKey(answer: Answer | undefined): string {
  if (!answer) return '';
  return 'value' in answer ? `=${valueKey(answer.value)}` : `-${spaced(answer.notApplicable)}`;
}

/** Where lines break is the writer's, and so is the language of a fence. */
function valueKey(value: Value): string {
  if (typeof value === 'string') return spaced(value);
  if (!Array.isArray(value)) return value.text.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');
  return JSON.stringify(
    value.map((one) =>
      typeof one === 'string'
        ? spaced(one)
        : [spaced(one.text), one.done, one.notApplicable === undefined ? null : spaced(one.notApplicable)],
    ),
  );
}

/** Most texts have no other space than single ones, and stay the very same. */
const spaced = (text: string): string =>
  /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
