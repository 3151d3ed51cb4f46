import { issueKinds, severities } from '../../fields/issue.ts';
import type { Issue } from '../../review/review.ts';
import { identifierForm } from './schema.ts';

/** Whether a value out of JSON is one of a kind. */
type Is = (value: unknown) => boolean;

/** An object with these members, each of its kind, and no others. */
function objectOf(needed: Record<string, Is>, optional: Record<string, Is> = {}): Is {
  const names = Object.keys(needed);
  const members = new Map([...Object.entries(needed), ...Object.entries(optional)]);
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const object = value as Record<string, unknown>;
    for (const name of Object.keys(object)) if (!members.get(name)?.(object[name])) return false;
    return names.every((name) => object[name] !== undefined);
  };
}

const isText: Is = (value) => typeof value === 'string';
const isTexts: Is = (value) => Array.isArray(value) && value.every(isText);
const isCode = objectOf({ text: isText, language: (value) => value === null || isText(value) });
const isReason = objectOf({ notApplicable: isText });

function answerOf(is: Is): Is {
  const isValue = objectOf({ value: is });
  return (value) => isValue(value) || isReason(value);
}

/** By the kind of field. Of all others, a text. */
const values: Partial<Record<string, Is>> = {
  choices: isTexts,
  location: isTexts,
  list: isTexts,
  code: isCode,
};
const answers = Object.entries(issueKinds).map(([field, kind]) => [field, answerOf(values[kind] ?? isText)]);

const isIssue = objectOf(
  {
    id: (value) => typeof value === 'string' && identifierForm.test(value),
    severity: (value) => severities.some((one) => one === value),
    answers: objectOf({}, Object.fromEntries(answers)),
  },
  { note: isText },
);

/**
 * Whether a value is a list of issues as a draft's schema has it, said in less than half of the time that the schema takes
 * for thousands of them. It never says so of what the schema refuses; of an issue with sources it does not say so either.
 */
export const areSoundIssues = (all: unknown): all is Issue[] =>
  Array.isArray(all) && all.every(isIssue) && new Set(all.map(({ id }) => id)).size === all.length;
