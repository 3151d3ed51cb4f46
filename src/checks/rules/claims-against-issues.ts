import type { Field } from '../../fields/field.ts';
import { kinds } from '../../fields/kinds.ts';
import type { ChecklistItem } from '../../fields/value.ts';
import { memoEach } from '../../memo-each.ts';
import { type Issue, type Review, valueAt } from '../../review/review.ts';
import { type Check, issuesAre, type ProblemAt, words, wordsAt } from '../check.ts';
import { comparable } from '../issue-mentions.ts';
import { issuesKey } from '../issues-key.ts';
import type { Claim } from '../roles.ts';

/** The lines of a checklist as the report has them. */
export function itemsOf(review: Review, field: Field): ChecklistItem[] {
  const value = valueAt(review, { field: field.id });
  return value === undefined ? [] : (kinds.checklist.settle(value, field) as ChecklistItem[]);
}

const isOf = (issue: Issue, category: string): boolean => {
  const { category: answer } = issue.answers;
  const own = answer && 'value' in answer && Array.isArray(answer.value) ? answer.value : [];
  return own.some((one) => one.toLowerCase().includes(category));
};

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
          fix: { label: 'untick it', actions: [action] },
          message,
          key: issuesKey(message, open),
          advice: 'untick it, or remove the issues that are resolved',
        },
      ];
    });
  },
};

export const analysisContradictsIssues: Check = {
  id: 'analysis-contradicts-issues',
  level: 'warning',
  ahead: (most, { review }) => seriousIn.ahead(most, review.issues),
  find(input) {
    const { review, roles } = input;
    const serious = seriousIn(review.issues);
    if (serious.length === 0) return [];
    const isBest = (field: Field) => {
      const status = wordsAt(review, field).toLowerCase();
      return status !== '' && status === field.options?.[0]?.toLowerCase();
    };
    const told = new Set<Issue>();
    const advice = 'correct the status, or the severity of the issue';
    const single = roles.statuses.flatMap(({ field, subject }): ProblemAt[] => {
      if (!isBest(field)) return [];
      const open = serious.filter((issue) => subject.test(words(issue.answers.title)));
      for (const issue of open) told.add(issue);
      if (open.length === 0) return [];
      const message = `${field.label} is "${wordsAt(review, field)}", while ${issuesAre(input, open)} open`;
      return [{ place: { field: field.id }, message, key: issuesKey(message, open), advice }];
    });
    const together = roles.standings.flatMap(({ fields, category }): ProblemAt[] => {
      const [first] = fields;
      if (!first || !fields.every(isBest)) return [];
      const open = serious.filter((issue) => isOf(issue, category) && !told.has(issue));
      if (open.length === 0) return [];
      const message = `Everything about ${category} is at its best, while ${issuesAre(input, open)} open`;
      return [{ place: { field: first.id }, message, key: issuesKey(message, open), advice }];
    });
    return [...single, ...together];
  },
};

const seriousIn = memoEach((issue: Issue) =>
  issue.severity === 'critical' || issue.severity === 'high' ? [issue] : [],
);

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
        message: `Everything is certified, but ${limitations.label} lists what was not done`,
        advice: `untick what ${limitations.label} excludes, or explain it in the notes`,
      },
    ];
  },
};
