import { severities } from '../../fields/issue.ts';
import { countBySeverity } from '../../review/issue-names.ts';
import { derivedWords, isDerived } from '../../review/previous/derived-words.ts';
import type { Check, CheckInput, ProblemAt } from '../check.ts';
import { comparable } from '../issue-mentions.ts';
import { clashesOf } from '../read-contradictions.ts';

export const counts: Check = {
  id: 'counts',
  level: 'error',
  find(subject) {
    return [...countsOf(subject), ...wordsOf(subject), ...clashesOf(subject)];
  },
};

/** Other words that follow from the issues and from what is said of them. */
function wordsOf({ template, review, facts, names }: CheckInput): ProblemAt[] {
  return (facts.report?.derived ?? []).flatMap(({ part, label, page, words }): ProblemAt[] => {
    const items = review.items[part.list] ?? [];
    const right = derivedWords(template, part, items, review.issues, names);
    const same = words === part.blank || words === '' || comparable(words) === comparable(right);
    if (same || !isDerived(part, words)) return [];
    const message = `${label}: the report says "${words}", but its issues give "${right}"`;
    return [{ place: { page }, message, advice: `write "${right}", or correct the issues` }];
  });
}

function countsOf({ template, review, facts }: CheckInput): ProblemAt[] {
  const page = template.pages.find(({ blocks }) => blocks.some(({ type }) => type === 'counts'));
  if (!page) return [];
  const present = countBySeverity(review);
  return severities.flatMap((severity) => {
    const stated = facts.report?.counts?.[severity];
    if (stated === undefined || stated === present[severity]) return [];
    const issues = stated === 1 ? 'issue' : 'issues';
    return [
      {
        place: { page: page.id },
        message: `The summary says ${stated} ${severity} ${issues}, and the report has ${present[severity]}`,
        advice: `write ${present[severity]}, or add the issues that are missing: a report written from a draft counts them itself`,
      },
    ];
  });
}
