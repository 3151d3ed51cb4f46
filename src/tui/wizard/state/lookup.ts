import type { Field } from '../../../fields/field.ts';
import { type IssueField, issueKinds, type Severity, severities } from '../../../fields/issue.ts';
import type { ChecklistItem, Value } from '../../../fields/value.ts';
import { answerAt, type FieldRef, type Review } from '../../../review/review.ts';
import type { Page, PageBlock, Template } from '../../../template/template.ts';

const words: Record<IssueField, string> = {
  title: 'Title',
  category: 'Category',
  risk: 'Risk',
  location: 'Location',
  description: 'Description',
  evidence: 'Evidence',
  impact: 'Impact',
  fix: 'Fix',
  priority: 'Fix Priority',
  effort: 'Estimated Effort',
};

/** A field of an issue as its severity asks it; as another severity does when its own does not. */
export function issueField(template: Template, severity: Severity, name: IssueField): Field {
  const own = template.issues[severity]?.fields[name];
  if (own) return own;
  for (const other of severities) {
    const field = template.issues[other]?.fields[name];
    // Another severity's default (its fix priority) would be a wrong answer here.
    if (field) {
      const { default: _, ...rest } = field;
      return rest;
    }
  }
  const label = words[name];
  return {
    id: name,
    kind: issueKinds[name],
    label,
    placeholder: `[${label}]`,
    hint: label,
    place: 'block',
    indent: 0,
  };
}

/** What a field asks for, within a sentence: "blocks deployment". */
export const fieldName = (field: Field): string => (field.label || field.hint || field.id).toLowerCase();

/** The field that stands at a place; undefined when the place does not exist. */
export function fieldAt(template: Template, review: Review, place: FieldRef): Field | undefined {
  if ('issue' in place) {
    const issue = review.issues.find((one) => one.id === place.issue);
    return issue && issueField(template, issue.severity, place.field);
  }
  if ('list' in place) return template.lists[place.list]?.fields[place.field];
  return template.fields[place.field];
}

/** The group that a field of a page stands in, or else its section. */
export const groupOf = (page: Page, field: string) =>
  page.blocks.findLast(
    (block) => (block.type === 'group' || block.type === 'section') && block.fields.includes(field),
  ) as Extract<PageBlock, { type: 'group' | 'section' }> | undefined;

/** What the field holds: the answer, else the template's default; undefined when neither or not applicable. */
export function shownValue(review: Review, place: FieldRef, field: Field): Value | undefined {
  const answer = answerAt(review, place);
  if (!answer) return field.default;
  return 'value' in answer ? answer.value : undefined;
}

/** The rows of a list or location. */
export function rowsOf(review: Review, place: FieldRef, field: Field): string[] {
  const value = shownValue(review, place, field);
  return Array.isArray(value) ? value.filter((row): row is string => typeof row === 'string') : [];
}

/** The items of a checklist: the answer's, else the template's own. */
export function itemsOf(review: Review, place: FieldRef, field: Field): ChecklistItem[] {
  const value = shownValue(review, place, field);
  if (Array.isArray(value)) return value.filter((item): item is ChecklistItem => typeof item !== 'string');
  return (field.lines ?? []).map(itemOfLine);
}

/** A checklist line of the template, `- [ ] text`, as an item. */
export function itemOfLine(line: string): ChecklistItem {
  const match = /^\s*[-*+] \[([ xX])\] ?(.*)$/.exec(line);
  if (!match) return { text: line.trim(), done: false };
  return { text: (match[2] ?? '').trimEnd(), done: match[1] !== ' ' };
}
