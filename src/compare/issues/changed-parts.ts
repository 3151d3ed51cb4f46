import type { Field } from '../../fields/field.ts';
import { type IssueField, issueFields } from '../../fields/issue.ts';
import type { Answer, Value } from '../../fields/value.ts';
import type { Template } from '../../template/template.ts';
import type { ComparedIssue } from '../compared-review.ts';

/** What of an issue can change while it stays the same one: a field, or the lines that fit none. */
export type Part = IssueField | 'note';

/** All that an issue says, as one string: the same for issues that say the same, but for their white space. */
export const issueContent = ({ issue }: ComparedIssue): string =>
  JSON.stringify([
    issue.severity,
    issueFields.map((name) => answerKey(issue.answers[name])),
    spaced(issue.note ?? ''),
  ]);

/** What reads otherwise in the new issue. An answer that each template gives by itself is no change. */
export function changedParts(
  [oldTemplate, one]: [Template, ComparedIssue],
  [newTemplate, other]: [Template, ComparedIssue],
): Part[] {
  const defaultOf = (template: Template, { issue }: ComparedIssue, name: IssueField) =>
    template.issues[issue.severity]?.fields[name];
  const parts: Part[] = issueFields.filter((name) => {
    const [before, after] = [one.issue.answers[name], other.issue.answers[name]];
    if (before === undefined && after === undefined) return false;
    return (
      comparableAnswer(before, defaultOf(oldTemplate, one, name)) !==
      comparableAnswer(after, defaultOf(newTemplate, other, name))
    );
  });
  return spaced(one.issue.note ?? '') === spaced(other.issue.note ?? '') ? parts : [...parts, 'note'];
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
