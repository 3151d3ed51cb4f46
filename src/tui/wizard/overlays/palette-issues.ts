import type { Field } from '../../../fields/field.ts';
import { type IssueField, issueFields, type Severity } from '../../../fields/issue.ts';
import type { Answer } from '../../../fields/value.ts';
import { memo } from '../../../memo.ts';
import { type NamedIssue, namedIssues } from '../../../review/issue-names.ts';
import { type FieldRef, fieldKey } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { type Entry, type Further, folded } from '../../picker/find.ts';
import { goToField } from '../navigation/go-to.ts';
import { openIssue } from '../navigation/navigate.ts';
import { brief } from '../state/brief.ts';
import { issueField } from '../state/lookup.ts';
import type { NextState, State } from '../state/state.ts';

/** An entry of the palette and what picking it does. */
export interface Goal extends Entry {
  go(state: State): NextState;
}

/** What is answered: a bit of it to be shown, all of it to be found in. */
export function answered(
  answer: Answer | undefined,
  field: Field | undefined,
): { note: string; text?: string } {
  if (!answer) return { note: field?.default === undefined ? 'empty' : "template's" };
  if ('notApplicable' in answer) return { note: 'not applicable', text: answer.notApplicable };
  const text = textOf(answer);
  return { note: text.slice(0, 40).replace(/\s+/g, ' '), text };
}

function textOf(answer: Answer): string {
  if ('notApplicable' in answer) return answer.notApplicable;
  const { value } = answer;
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return value.text;
  return value.map((one) => (typeof one === 'string' ? one : one.text)).join(' / ');
}

/** The issues and their fields, made when they are found: there may be a hundred thousand. The open one comes first. */
export const issueGoals = ({ template, history, open }: State): Further<Goal> =>
  goalsOf(namedIssues(template, history.present), template, open && 'issue' in open ? open.issue : null);

const goalsOf = memo(
  (issues: readonly NamedIssue[], template: Template, open: string | null): Further<Goal> => {
    const here = issues.find(({ issue }) => issue.id === open);
    const holders = here ? [here, ...issues.filter((one) => one !== here)] : issues;
    return {
      count: issues.length * (1 + issueFields.length),
      holders,
      wordsIn: (one) => wordsIn(one as NamedIssue),
      labelsIn: (one) => labelsOf(template, (one as NamedIssue).issue.severity).folded,
      entriesIn: (one) => goalsIn(template, one as NamedIssue),
    };
  },
);

const titleOf = ({ issue, name }: NamedIssue): string => `${name} ${brief(issue.answers.title)}`.trim();

const wordsIn = memo((one: NamedIssue): string => {
  const texts = Object.values(one.issue.answers).map((answer) => textOf(answer));
  return folded([titleOf(one).replaceAll('\n', ' '), ...texts].join('\n'));
});

/** What a severity calls the fields of its issues. */
const labelsOf = (template: Template, severity: Severity) => labelsIn(template)(severity);

const labelsIn = memo((template: Template) => {
  const known = new Map<Severity, { labels: Record<IssueField, Field>; folded: string }>();
  return (severity: Severity) => {
    const hit = known.get(severity);
    if (hit) return hit;
    const fields = issueFields.map((name) => [name, issueField(template, severity, name)] as const);
    const made = {
      labels: Object.fromEntries(fields) as Record<IssueField, Field>,
      folded: folded(fields.map(([, { label }]) => label).join('\n')),
    };
    known.set(severity, made);
    return made;
  };
});

function goalsIn(template: Template, named: NamedIssue): Goal[] {
  const { issue, name: number } = named;
  const whole: Goal = {
    id: `issue:${issue.id}`,
    title: titleOf(named),
    kind: 'issue',
    go: (now) => openIssue(now, issue.id),
  };
  const parts = issueFields.map((name): Goal => {
    const place: FieldRef = { issue: issue.id, field: name };
    const field = labelsOf(template, issue.severity).labels[name];
    return {
      id: `field:${fieldKey(place)}`,
      title: field.label,
      path: number,
      kind: 'field',
      ...answered(issue.answers[name], field),
      go: (now) => goToField(now, place),
    };
  });
  return [whole, ...parts];
}
