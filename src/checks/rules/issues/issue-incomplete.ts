import { type IssueField, issueFields } from '../../../fields/issue.ts';
import { memo } from '../../../memo.ts';
import { memoEach } from '../../../memo-each.ts';
import type { NamedIssue } from '../../../review/issue-names.ts';
import { missingOf } from '../../../review/progress.ts';
import { type Issue, issueById } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import type { Check, CheckInput, ProblemAt } from '../../check.ts';
import { titleOf } from '../../issue-mentions.ts';
import type { Alike } from '../../problem.ts';
import { unjudged } from '../../unjudged.ts';

/** Without these nobody can act on a critical issue. */
const vital: IssueField[] = ['location', 'impact', 'fix'];
export const isVital = (issue: Issue, field: IssueField): boolean =>
  issue.severity === 'critical' && vital.includes(field);

const fieldOf = (template: Template, issue: Issue, field: IssueField) =>
  template.issues[issue.severity]?.fields[field];

function lacks(template: Template, issue: Issue, name: string, field: IssueField) {
  const label = fieldOf(template, issue, field)?.label || field;
  const around: Alike['around'] = ['', ` have no ${label}`];
  return {
    place: { issue: issue.id, field },
    message: `${name} has no ${label}`,
    alike: { key: `${issue.severity}/${field}`, name, around },
  };
}

/** What each issue lacks; before it has a title, nothing is a problem yet. */
const missingIn = memo((template: Template) =>
  memoEach(({ issue, name }: NamedIssue) =>
    missingOf(template, issue).map((field): ProblemAt => {
      const level = isVital(issue, field) ? 'error' : 'warning';
      const advice = 'answer, or mark as not applicable with a reason';
      const isJudged = titleOf(issue) !== '';
      return {
        ...lacks(template, issue, name, field),
        level,
        advice,
        ...(isJudged ? {} : { unanswered: true }),
      };
    }),
  ),
);

export const issueIncomplete: Check = {
  id: 'issue-incomplete',
  level: 'warning',
  ahead: (most, { template, issues }) => missingIn(template).ahead(most, issues),
  find(input) {
    const { template, review, facts, names } = input;
    const nameOf = (issue: Issue) => names.get(issue.id) ?? '';
    const hasPlace = placesOf(input);
    const all = unjudged(missingIn(template)(input.issues), facts.editing);
    const present = hasPlace ? all.filter(({ place }) => 'field' in place && hasPlace.has(place.field)) : all;
    const omitted = facts.report?.otherKind ? [] : (facts.report?.omitted ?? []);
    if (omitted.length === 0) return present;
    return [
      ...present,
      ...omitted.flatMap(({ issue: id, field }): ProblemAt[] => {
        const issue = issueById(review, id);
        const usual = issue && fieldOf(template, issue, field)?.default;
        const advice = typeof usual === 'string' ? `add it: the template has "${usual}"` : 'add it';
        return issue ? [{ ...lacks(template, issue, nameOf(issue), field), advice }] : [];
      }),
    ];
  },
};

/** The fields that a report of another kind has for its issues; null where the template's own are asked for. */
function placesOf({ review, facts }: CheckInput): ReadonlySet<string> | null {
  if (!facts.report?.otherKind) return null;
  return new Set(issueFields.filter((field) => review.issues.some(({ answers }) => answers[field])));
}
