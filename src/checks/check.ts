import type { Field } from '../fields/field.ts';
import { isEmpty } from '../fields/kinds.ts';
import type { Answer } from '../fields/value.ts';
import type { NamedIssue } from '../review/issue-names.ts';
import type { Issue, Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import type { Facts } from './facts.ts';
import { named } from './names-in-words.ts';
import type { Address, Alike, Fix, Level } from './problem.ts';
import type { Roles } from './roles.ts';

/** What a check looks at. */
export interface CheckInput {
  template: Template;
  review: Review;
  facts: Facts;
  roles: Roles;
  /** The issues' names by their ids: "CRITICAL-2". */
  names: ReadonlyMap<string, string>;
  /** All issues with their names. */
  issues: readonly NamedIssue[];
}

/** What a check says; the page follows from the place. `level` where it differs from the check's own. */
export interface ProblemAt {
  level?: Level;
  place: Address | { page: string };
  message: string;
  advice: string;
  fix?: Fix;
  /** What the problem is known by, where that is not the message. */
  key?: string;
  /** Says only that a field has no answer yet. */
  unanswered?: true;
  alike?: Alike;
}

/** A rule over a review, as data. Silent where the template lacks what it is about; never throws. */
export interface Check {
  id: string;
  level: Level;
  find(subject: CheckInput): readonly ProblemAt[];
  /** Looks ahead at so many issues by themselves, which `find` need not look at then; false while there are more. */
  ahead?(most: number, subject: CheckInput): boolean;
}

/** The answer of a field that stands once, as one line; empty without one. */
export function wordsAt(review: Review, field: Field | undefined): string {
  return field ? words(review.answers[field.id]) : '';
}

/** An answer of one line; empty when there is none or it is of another shape. */
export function words(answer: Answer | undefined): string {
  return answer && 'value' in answer && typeof answer.value === 'string' ? answer.value.trim() : '';
}

/** Whether the reviewer has said something there, be it that the field does not apply. */
export function isGiven(field: Field | undefined, answer: Answer | undefined): boolean {
  if (!field || !answer) return false;
  return 'notApplicable' in answer || !isEmpty(field, answer.value);
}

/** Issues by their names, with the verb: "CRITICAL-1 is", "CRITICAL-1 and HIGH-2 are". */
export function issuesAre({ names }: CheckInput, issues: Issue[]): string {
  const all = issues.map(({ id }) => names.get(id) ?? '');
  return `${named(all)} ${all.length === 1 ? 'is' : 'are'}`;
}

/** An action by its title: `The action "Fix the login"`. */
export function actionWords(title: Answer | undefined): string {
  const cut = shortened(words(title), 60);
  return cut === '' ? 'An action' : `The action "${cut}"`;
}

/** A text of at most so many characters; a longer one ends in "…". */
export function shortened(text: string, most: number): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}
