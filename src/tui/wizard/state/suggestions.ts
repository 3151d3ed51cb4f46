import type { Field } from '../../../fields/field.ts';
import { todayOf } from './problems.ts';
import type { State } from './state.ts';

/** So many seconds say how long a review took; before that, anything offered would be wrong. */
const leastWorked = 600;

/** What the surroundings offer as an answer to a field: from git, the clock, the time spent on the draft. */
export function offerFor(state: State, field: Field): string | undefined {
  const { suggestions, facts } = state;
  switch (field.suggest) {
    case 'today':
      return todayOf(state);
    case 'reviewer':
      return suggestions.reviewer;
    case 'version':
      return suggestions.version;
    case 'previous-review':
      return suggestions.previousReview;
    case 'duration':
      return facts.worked < leastWorked ? undefined : hours(facts.worked);
    default:
      return undefined;
  }
}

/** The time spent, for people: "3.5 hours", by the half hour, at least one half. */
export function hours(seconds: number): string {
  const halves = Math.max(1, Math.round(seconds / 1800));
  const number = halves / 2;
  return `${number} ${number === 1 ? 'hour' : 'hours'}`;
}
