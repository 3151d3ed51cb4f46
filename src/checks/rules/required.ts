import { type Check, type CheckInput, isGiven, type ProblemAt, wordsAt } from '../check.ts';
import { named, namesInARow } from '../names-in-words.ts';
import type { Alike } from '../problem.ts';
import type { Roles } from '../roles.ts';
import { contradictedInNotes, tickedInNotes } from '../ticked-notes.ts';

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
  find(input) {
    return input.facts.report?.otherKind ? notReadFrom(input) : missingFrom(input);
  },
};

function missingFrom(input: CheckInput): ProblemAt[] {
  const { review, roles } = input;
  return requiredRoles.flatMap((role): ProblemAt[] => {
    const field = roles[role];
    if (!field || (field.default !== undefined && !review.answers[field.id])) return [];
    const answer = review.answers[field.id];
    const place = { field: field.id };
    const ticked = tickedInNotes(input, field);
    if (!isGiven(field, answer) && ticked.length > 1) {
      const message = `${field.label} has ${ticked.length} options ticked: ${named(ticked)}`;
      return [{ place, message, advice: 'choose the one that applies' }];
    }
    if (!isGiven(field, answer)) {
      const key = field.kind === 'one-of' ? field.id : '';
      const alike: Alike = { key, name: field.label, around: ['', ' have no answer'] };
      const advice = field.kind === 'one-of' ? `choose one of ${field.options?.join(', ')}` : 'answer it';
      return [{ place, message: `${field.label} has no answer`, advice, unanswered: true, alike }];
    }
    if (answer && 'notApplicable' in answer) {
      const message = `${field.label} is marked as not applicable, but every report needs it`;
      return [{ place, message, advice: 'answer it' }];
    }
    if (field.kind === 'one-of' && !field.options?.includes(wordsAt(review, field))) {
      const advice = `choose one of ${field.options?.join(', ')}`;
      return [{ place, message: `${field.label} is none of the template's options`, advice }];
    }
    const others = ticked.filter((option) => option !== wordsAt(review, field));
    if (others.length > 0) return [contradictedInNotes(input, field, others)];
    return [];
  });
}

/** A report of another kind has its own places for these, or none: what could not be read from it is told once. */
function notReadFrom(input: CheckInput): ProblemAt[] {
  const missing = missingFrom(input).filter(({ unanswered }) => unanswered);
  const [first] = missing;
  if (!first) return [];
  const labels = missing.map(
    ({ place }) => ('field' in place && input.template.fields[place.field]?.label) || '',
  );
  return [
    {
      level: 'hint',
      place: first.place,
      message: `This report is of another kind: ${namesInARow(labels)} could not be read from it`,
      advice: 'answer them when the report is opened as a draft: sanctum-review open REPORT.md',
    },
  ];
}
