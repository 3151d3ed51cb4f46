import type { Field, Suggestion } from '../fields/field.ts';
import type { Answer, Value } from '../fields/value.ts';
import { withReport } from '../following-up/report-reference.ts';
import type { Suggestions } from '../repository/suggestions.ts';
import type { Template } from '../template/template.ts';

/** The answers that a new review begins with: what git and the clock know, where the template asks for it. */
export function startingAnswers(template: Template, known: Suggestions): Record<string, Answer> {
  const head = template.pages[0]?.fields ?? [];
  const answers = Object.values(template.fields).flatMap((field) => {
    // Behind the first page (the sign-off) nobody has seen them yet: the wizard offers them there.
    const early = field.suggest !== 'previous-review' && !head.includes(field.id);
    const value = field.suggest && !early ? offered(field, field.suggest, known) : undefined;
    return value === undefined ? [] : [[field.id, { value }] as const];
  });
  return Object.fromEntries(answers);
}

function offered(field: Field, suggestion: Suggestion, known: Suggestions): Value | undefined {
  switch (suggestion) {
    case 'today':
      return known.today;
    case 'reviewer':
      return known.reviewer;
    case 'version':
      return known.version;
    case 'previous-review':
      return known.previousReview && withReport(field, known.previousReview);
    case 'duration':
      // Known only when the review is done.
      return undefined;
  }
}
