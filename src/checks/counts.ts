import { severities } from '../fields/issue.ts';
import { countBySeverity } from '../review/numbers.ts';
import type { Check } from './check.ts';

export const counts: Check = {
  id: 'counts',
  level: 'error',
  find({ template, review, facts }) {
    const page = template.pages.find(({ blocks }) => blocks.some(({ type }) => type === 'counts'));
    if (!page) return [];
    const present = countBySeverity(review);
    return severities.flatMap((severity) => {
      const stated = facts.stated?.[severity];
      if (stated === undefined || stated === present[severity]) return [];
      const issues = stated === 1 ? 'issue' : 'issues';
      return [
        {
          place: { page: page.id },
          message: `The summary says ${stated} ${severity} ${issues}, and the report has ${present[severity]}`,
          remedy: `write ${present[severity]}, or add the issues that are missing: a report written from a draft counts them itself`,
        },
      ];
    });
  },
};
