import { type IssueField, issueFields } from '../../fields/issue.ts';
import { missingOf } from '../../review/progress.ts';
import type { Issue } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import type { Check, CheckInput, ProblemAt } from '../check.ts';
import { titleOf } from '../issue-mentions.ts';

/** Without these nobody can act on a critical issue. */
const vital: IssueField[] = ['location', 'impact', 'fix'];
export const isVital = (issue: Issue, field: IssueField): boolean =>
  issue.severity === 'critical' && vital.includes(field);

/** Whether an issue is complete enough to be judged: it has a title, and its form is not the one that is open. */
export const isJudged = ({ facts }: Pick<CheckInput, 'facts'>, issue: Issue): boolean =>
  issue.id !== facts.editing && titleOf(issue) !== '';

/** What issues lack, by what they are called and whether they are judged. */
const known = new WeakMap<
  Issue,
  { template: Template; name: string; judged: boolean; problems: ProblemAt[] }
>();

export const issueIncomplete: Check = {
  id: 'issue-incomplete',
  level: 'warning',
  find(input) {
    const { template, review, facts, names } = input;
    const fieldOf = (issue: Issue, field: IssueField) => template.issues[issue.severity]?.fields[field];
    const lacks = (issue: Issue, field: IssueField) => {
      const name = names.get(issue.id) ?? '';
      const label = fieldOf(issue, field)?.label || field;
      return {
        place: { issue: issue.id, field },
        message: `${name} has no ${label}`,
        alike: {
          key: `${issue.severity}/${field}`,
          name,
          around: ['', ` have no ${label}`] as [string, string],
        },
      };
    };
    const missingIn = (issue: Issue): ProblemAt[] => {
      const name = names.get(issue.id) ?? '';
      const judged = isJudged(input, issue);
      const hit = known.get(issue);
      if (hit?.template === template && hit.name === name && hit.judged === judged) return hit.problems;
      const problems = missingOf(template, issue).map((field): ProblemAt => {
        const level = isVital(issue, field) ? 'error' : 'warning';
        const advice = 'answer it, or say that it does not apply, and why';
        return { ...lacks(issue, field), level, advice, ...(judged ? {} : { unanswered: true }) };
      });
      known.set(issue, { template, name, judged, problems });
      return problems;
    };
    const hasPlace = placesOf(input);
    const all = review.issues.flatMap(missingIn);
    const present = hasPlace ? all.filter(({ place }) => 'field' in place && hasPlace.has(place.field)) : all;
    const omitted = facts.report?.otherKind ? [] : (facts.report?.omitted ?? []);
    if (omitted.length === 0) return present;
    const byId = new Map(review.issues.map((issue) => [issue.id, issue]));
    return [
      ...present,
      ...omitted.flatMap(({ issue: id, field }): ProblemAt[] => {
        const issue = byId.get(id);
        const usual = issue && fieldOf(issue, field)?.default;
        const advice = typeof usual === 'string' ? `add it: the template has "${usual}"` : 'add it';
        return issue ? [{ ...lacks(issue, field), advice }] : [];
      }),
    ];
  },
};

/** The fields that a report of another kind has for its issues; null where the template's own are asked for. */
function placesOf({ review, facts }: CheckInput): ReadonlySet<string> | null {
  if (!facts.report?.otherKind) return null;
  return new Set(issueFields.filter((field) => review.issues.some(({ answers }) => answers[field])));
}
