import { type IssueField, issueFields } from '../../../fields/issue.ts';
import { sameFocus } from '../state/focus.ts';
import { type Block, focusable, type Given } from './block.ts';
import { fieldBlocks } from './field.ts';

/** What the severity of an issue is called in its form. */
export const severityLabel = 'Severity';

/** The form of an issue: what its severity asks for, then the rest; null when there is no such issue. */
export function issueForm(given: Given, id: string): Block[] | null {
  const { template, review } = given;
  const issue = review.issues.find((one) => one.id === id);
  if (!issue) return null;
  const block = template.issues[issue.severity];
  const asked: IssueField[] = block?.asks ?? issueFields;
  const rest = issueFields.filter((field) => !asked.includes(field));
  // A field that has an answer is printed, asked for or not: it must not be hidden.
  const answered = rest.filter((field) => issue.answers[field] !== undefined);
  const hidden = rest.filter((field) => issue.answers[field] === undefined);
  const blocks: Block[] = [
    { ...focusable({ on: 'severity', issue: id }), type: 'severity', issue: id, gap: 1 },
    ...[...asked, ...(given.more ? [] : answered)].flatMap((field) =>
      fieldBlocks(given, { issue: id, field }, 0),
    ),
  ];
  if (given.more || hidden.length > 0) {
    blocks.push({ ...focusable({ on: 'more', issue: id }), type: 'more', issue: id, gap: 1 });
  }
  if (given.more) blocks.push(...rest.flatMap((field) => fieldBlocks(given, { issue: id, field }, 0)));
  const note = { on: 'note', of: { issue: id } } as const;
  if (issue.note !== undefined || sameFocus(given.emptied?.focus ?? null, note)) {
    blocks.push({ ...focusable(note), type: 'note', of: note.of, gap: 1 });
  }
  return blocks;
}
