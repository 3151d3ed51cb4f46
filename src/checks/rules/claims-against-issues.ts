import type { Field } from '../../fields/field.ts';
import { kinds } from '../../fields/kinds.ts';
import type { ChecklistItem } from '../../fields/value.ts';
import { type Issue, type Review, valueAt } from '../../review/review.ts';
import { type Check, type CheckInput, issuesAre, named, type ProblemAt, wordsAt } from '../check.ts';
import { comparable } from '../issue-mentions.ts';
import { issuesKey } from '../issues-key.ts';
import type { Claim } from '../roles.ts';

/** The lines of a checklist as the report has them. */
function itemsOf(review: Review, field: Field): ChecklistItem[] {
  const value = valueAt(review, { field: field.id });
  return value === undefined ? [] : (kinds.checklist.settle(value, field) as ChecklistItem[]);
}

const isOf = (issue: Issue, category: string): boolean => {
  const { category: answer } = issue.answers;
  const own = answer && 'value' in answer && Array.isArray(answer.value) ? answer.value : [];
  return own.some((one) => one.toLowerCase().includes(category));
};

const namesOf = ({ names }: CheckInput, issues: Issue[]): string =>
  named(issues.map(({ id }) => names.get(id) ?? ''));

export const checklistContradictsIssues: Check = {
  id: 'checklist-contradicts-issues',
  level: 'error',
  find(subject) {
    const { template, review, roles } = subject;
    return roles.claims.flatMap(({ field: id, line, severity, category }: Claim): ProblemAt[] => {
      const field = template.fields[id];
      const items = field ? itemsOf(review, field) : [];
      const isTicked = (item: ChecklistItem) => item.done && line.test(item.text);
      const ticked = items.find(isTicked);
      if (!ticked) return [];
      const open = review.issues.filter((issue) => issue.severity === severity && isOf(issue, category));
      if (open.length === 0) return [];
      const value = items.map((item) => (isTicked(item) ? { ...item, done: false } : item));
      const action = { do: 'answer', at: { field: id }, answer: { value } } as const;
      const message = `"${ticked.text}" is ticked, while ${issuesAre(subject, open)} in the report`;
      return [
        {
          place: { field: id },
          fix: { label: 'take the tick away', actions: [action] },
          message,
          key: issuesKey(message, open),
          advice: 'take the tick away, or take out what is resolved',
        },
      ];
    });
  },
};

export const analysisContradictsIssues: Check = {
  id: 'analysis-contradicts-issues',
  level: 'warning',
  find(subject) {
    const { review, roles } = subject;
    const serious = review.issues.filter(({ severity }) => severity === 'critical' || severity === 'high');
    return roles.standings.flatMap(({ fields, category }): ProblemAt[] => {
      const [first] = fields;
      const best = fields.every((field) => {
        const said = wordsAt(review, field).toLowerCase();
        return said !== '' && said === field.options?.[0]?.toLowerCase();
      });
      const open = best ? serious.filter((issue) => isOf(issue, category)) : [];
      if (!first || open.length === 0) return [];
      const said =
        fields.length === 1 ? `${first.label} is "${wordsAt(review, first)}"` : 'All is at its best here';
      return [
        {
          place: { field: first.id },
          message: `${said}, while there is a ${category} issue of that weight: ${namesOf(subject, open)}`,
          advice: 'say how it really stands, or give the issue its right category and severity',
        },
      ];
    });
  },
};

/** What people write who want to say that there is nothing. */
const nothing = new Set([
  '',
  ...['none', 'none known', 'nothing', 'no', 'no limitations', 'no known limitations', 'n a', 'na'],
  'not applicable',
]);

export const certifiedButLimited: Check = {
  id: 'certified-but-limited',
  level: 'warning',
  find({ review, roles }) {
    const { certification, limitations } = roles;
    if (!certification || !limitations || nothing.has(comparable(wordsAt(review, limitations)))) return [];
    const items = itemsOf(review, certification);
    if (items.length === 0 || !items.every((item) => item.done && item.notApplicable === undefined))
      return [];
    return [
      {
        place: { field: certification.id },
        message: `All is certified, while ${limitations.label} says what was not done`,
        advice: `take away the tick of what ${limitations.label} excludes, or explain it in the notes`,
      },
    ];
  },
};
