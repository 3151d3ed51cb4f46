import type { Severity } from '../../../fields/issue.ts';
import { missingOf } from '../../../review/progress.ts';
import { type Issue, issuesOf, type Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import { ascending } from '../../../text/ascending.ts';
import { brief } from '../state/brief.ts';
import type { Sort } from '../state/state.ts';

/** What decides which issues are listed, and in which order. */
interface Sifting {
  template: Template;
  review: Review;
  filter: string;
  sort: Sort;
}

/** The issues of a severity that are listed now, each with its index among all of them. */
export function listed({ template, review, filter, sort }: Sifting, severity: Severity): [Issue, number][] {
  const all = issuesOf(review, severity).map((issue, index): [Issue, number] => [issue, index]);
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  const kept = words.length === 0 ? all : all.filter(([issue]) => has(issue, words));
  const key = keys[sort];
  return key ? kept.toSorted(([one], [other]) => ascending(key(template, one), key(template, other))) : kept;
}

const keys: Record<Sort, ((template: Template, issue: Issue) => string | number) | null> = {
  number: null,
  title: (_, issue) => brief(issue.answers.title).toLowerCase(),
  category: (_, issue) => brief(issue.answers.category).toLowerCase() || '\uffff',
  effort: (template, issue) => {
    const options = template.issues[issue.severity]?.fields.effort?.options ?? [];
    const effort = brief(issue.answers.effort);
    const rank = options.findIndex((option) => effort.startsWith(option));
    return rank < 0 ? options.length : rank;
  },
  missing: (template, issue) => -missingOf(template, issue).length,
};

function has(issue: Issue, words: string[]): boolean {
  const text = Object.values(issue.answers).map(textOf).join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

const textOf = (answer: Issue['answers'][keyof Issue['answers']]): string => {
  if (!answer || 'notApplicable' in answer) return '';
  const { value } = answer;
  return typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : value.text;
};
