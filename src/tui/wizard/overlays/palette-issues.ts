import type { Field } from '../../../fields/field.ts';
import { type IssueField, issueFields, type Severity } from '../../../fields/issue.ts';
import { memo } from '../../../memo.ts';
import { type NamedIssue, namedIssues } from '../../../review/issue-names.ts';
import type { Issue } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { type Further, folded } from '../../picker/find.ts';
import { focusAt, openIssue } from '../navigation/navigate.ts';
import { severityLabel } from '../page/issue-form.ts';
import { noteLabel } from '../page/page.ts';
import { brief } from '../state/brief.ts';
import { issueField } from '../state/lookup.ts';
import type { State } from '../state/state.ts';
import { fieldGoal, type Goal, noteGoal, textOf } from './palette-goal.ts';

/** The issues and their fields, made when they are found: there may be a hundred thousand. The open one comes first. */
export const issueGoals = ({ template, history, open }: State): Further<Goal> =>
  goalsOf(namedIssues(template, history.present), template, open && 'issue' in open ? open.issue : null);

const goalsOf = memo(
  (issues: readonly NamedIssue[], template: Template, open: string | null): Further<Goal> => {
    const here = issues.find(({ issue }) => issue.id === open);
    const holders = here ? [here, ...issues.filter((one) => one !== here)] : issues;
    return {
      count:
        issues.length * (2 + issueFields.length) +
        issues.filter(({ issue }) => issue.note !== undefined).length,
      holders,
      wordsIn: (one) => wordsIn(one as NamedIssue),
      labelsIn: (one) => labelsFor(template, (one as NamedIssue).issue),
      entriesIn: (one) => goalsIn(template, one as NamedIssue),
    };
  },
);

const titleOf = ({ issue, name }: NamedIssue): string => `${name} ${brief(issue.answers.title)}`.trim();

const wordsIn = memo((one: NamedIssue): string => {
  const { answers, note } = one.issue;
  const texts = Object.values(answers).map((answer) => textOf(answer));
  const notes = note === undefined ? [] : [note];
  return folded([titleOf(one).replaceAll('\n', ' '), ...texts, ...notes].join('\n'));
});

/** What the parts of an issue are called, folded. */
function labelsFor(template: Template, { severity, note }: Issue): string {
  const { folded: labels } = labelsOf(template, severity);
  return note === undefined ? labels : `${labels}\n${folded(noteLabel)}`;
}

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
      folded: folded([severityLabel, ...fields.map(([, { label }]) => label)].join('\n')),
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
    const field = labelsOf(template, issue.severity).labels[name];
    const place = { issue: issue.id, field: name };
    return fieldGoal(place, { title: field.label, path: number }, issue.answers[name], field);
  });
  const severity: Goal = {
    id: `severity:${issue.id}`,
    title: severityLabel,
    path: number,
    kind: 'field',
    note: template.issues[issue.severity]?.word ?? issue.severity,
    go: (now) => focusAt(openIssue(now, issue.id), { on: 'severity', issue: issue.id }),
  };
  const notes = issue.note === undefined ? [] : [noteGoal({ issue: issue.id }, number, issue.note)];
  return [whole, ...parts, severity, ...notes];
}
