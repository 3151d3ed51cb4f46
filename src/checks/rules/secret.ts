import { reduce } from '../../review/reduce.ts';
import { type FieldRef, issueById, type Review } from '../../review/review.ts';
import { replaceText, type TextPlace, textsAt } from '../../review/texts.ts';
import type { Template } from '../../template/template.ts';
import type { Check, ProblemAt } from '../check.ts';
import type { Secret } from '../facts.ts';

export const secret: Check = {
  id: 'secret',
  level: 'error',
  find({ template, review, facts }) {
    return (facts.secrets ?? []).flatMap(({ at, kind, words, masked, key }): ProblemAt[] => {
      const where = addressOf(template, review, at);
      if (!where) return [];
      const message = `${where.name} holds what looks like a live ${kind}: ${masked}`;
      const actions = replaceText(review, at, words, redaction({ kind }));
      const fix = { label: `redact the ${kind}`, actions };
      return [{ place: where.place, message, advice, key, fix }];
    });
  },
};

const advice = 'redact it and have it revoked, or explain why you are keeping it';

/** The secrets that still stand where they were found. */
export const secretsStillIn = (review: Review, secrets: Secret[]): Secret[] =>
  secrets.filter(({ at, words }) => textsAt(review, at).some((text) => text.includes(words)));

/** The review as it may be quoted: no check can let slip what it never sees. */
export function maskSecrets(review: Review, secrets: Secret[]): Review {
  return longestFirst(secrets).reduce(
    (now, { at, words, masked }) => replaceText(now, at, words, masked).reduce(reduce, now),
    review,
  );
}

/** One secret may be a part of another one. */
const longestFirst = (secrets: Secret[]): Secret[] =>
  secrets.toSorted((one, other) => other.words.length - one.words.length);

/** What stands in the report in the place of a secret. */
export const redaction = ({ kind }: Pick<Secret, 'kind'>): string => `[redacted ${kind}]`;

/** How the place of a text is addressed and named; null for what the template does not print. */
function addressOf(
  template: Template,
  review: Review,
  at: TextPlace,
): { place: ProblemAt['place']; name: string } | null {
  if ('note' in at) {
    const section = template.sections.find(({ id }) => id === at.note);
    return section ? { place: { page: section.page }, name: `The notes of ${section.heading}` } : null;
  }
  if ('override' in at) {
    const place = review.overrides?.[at.override]?.place;
    return place ? { place, name: 'The reason of an override' } : null;
  }
  if ('issueNote' in at) return { place: { issue: at.issueNote }, name: 'The notes of the issue' };
  const field = fieldOf(template, review, at);
  return field ? { place: at, name: field.label || field.hint || field.id } : null;
}

function fieldOf(template: Template, review: Review, at: FieldRef) {
  if ('list' in at) return template.lists[at.list]?.fields[at.field];
  if (!('issue' in at)) return template.fields[at.field];
  const severity = issueById(review, at.issue)?.severity;
  return severity && template.issues[severity]?.fields[at.field];
}
