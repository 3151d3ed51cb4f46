import { type Check, isGiven, wordsAt } from '../check.ts';
import type { Roles } from '../roles.ts';

/** What a report cannot do without. */
export const requiredRoles = [
  'date',
  'reviewer',
  'version',
  'risk',
  'verdict',
  'summary',
  'signer',
] as const satisfies (keyof Roles)[];

export const required: Check = {
  id: 'required',
  level: 'error',
  find({ review, roles }) {
    return requiredRoles.flatMap((role) => {
      const field = roles[role];
      if (!field || (field.default !== undefined && !review.answers[field.id])) return [];
      const answer = review.answers[field.id];
      const place = { field: field.id };
      if (!isGiven(field, answer)) {
        const advice = field.kind === 'one-of' ? `choose one of ${field.options?.join(', ')}` : 'answer it';
        return [{ place, message: `${field.label} has no answer`, advice }];
      }
      if (answer && 'notApplicable' in answer) {
        const message = `${field.label} is said not to apply, and a report needs it`;
        return [{ place, message, advice: 'answer it' }];
      }
      if (field.kind === 'one-of' && !field.options?.includes(wordsAt(review, field))) {
        const advice = `choose one of ${field.options?.join(', ')}`;
        return [{ place, message: `${field.label} is none of the template's options`, advice }];
      }
      return [];
    });
  },
};
