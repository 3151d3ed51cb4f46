import type { IssueField } from '../fields/issue.ts';
import type { Answer, Value } from '../fields/value.ts';
import type { Action } from './actions.ts';
import { answerAt, type FieldRef, type Issue, issueById, type Override, type Review } from './review.ts';

/**
 * Where words of the reviewer's stand: in a field, among the lines that fit none of a section or an issue, or in what
 * is said of an error that stands, by its index.
 */
export type TextPlace = FieldRef | { note: string } | { issueNote: string } | { override: number };

/** A text of the reviewer's. Lists and checklists have one for each entry. */
export interface PlacedText {
  at: TextPlace;
  text: string;
}

/** A part of a review, which is the same object as long as nobody changes what is in it, and its words. */
export interface TextPart {
  part: object;
  words(): PlacedText[];
}

/** What stands once, in parts. */
export const partsOnce = ({ answers }: Review): TextPart[] =>
  Object.entries(answers).map(([field, answer]) => ({
    part: answer,
    words: () => wordsIn({ [field]: answer }, (field) => ({ field })),
  }));

export const partOfIssue = (issue: Issue): TextPart => ({
  part: issue,
  words: () => {
    const { id, answers, note } = issue;
    const at = (field: string) => ({ issue: id, field: field as IssueField });
    const own = wordsIn(answers, at);
    if (note) own.push({ at: { issueNote: id }, text: note });
    return own;
  },
});

/** What is neither of an issue nor stands once, in parts. */
export function* otherParts(review: Review): Generator<TextPart> {
  for (const [list, items] of Object.entries(review.items)) {
    for (const item of items)
      yield {
        part: item,
        words: () => wordsIn(item.answers, (field) => ({ list, item: item.id, field })),
      };
  }
  const { notes, overrides = none } = review;
  yield {
    part: overrides,
    words: () =>
      overrides.flatMap(({ message, reason }, override) =>
        [message, reason].map((text) => ({ at: { override }, text })),
      ),
  };
  yield { part: notes, words: () => Object.entries(notes).map(([note, text]) => ({ at: { note }, text })) };
}

/** One array for all reviews without any. */
const none: Override[] = [];

function wordsIn(
  answers: Record<string, Answer> | Issue['answers'],
  place: (field: string) => FieldRef,
): PlacedText[] {
  const words: PlacedText[] = [];
  for (const [field, answer] of Object.entries(answers)) {
    const at = place(field);
    for (const text of texts(answer)) if (text !== '') words.push({ at, text });
  }
  return words;
}

/** The words that stand somewhere; none when there is no such place any more. */
export function textsAt(review: Review, at: TextPlace): string[] {
  if ('note' in at) return [review.notes[at.note] ?? ''];
  if ('issueNote' in at) return [issueById(review, at.issueNote)?.note ?? ''];
  if ('override' in at) {
    const { message = '', reason = '' } = review.overrides?.[at.override] ?? {};
    return [message, reason];
  }
  const answer = answerAt(review, at);
  return answer ? texts(answer) : [];
}

/** What puts other words in the place of some, wherever they occur there; nothing when they do not. */
export function replaceText(review: Review, at: TextPlace, words: string, by: string): Action[] {
  if (words === '' || !textsAt(review, at).some((text) => text.includes(words))) return [];
  const change = (text: string) => text.replaceAll(words, () => by);
  if ('note' in at) return [{ do: 'note', section: at.note, text: change(review.notes[at.note] ?? '') }];
  if ('issueNote' in at) {
    const [note = ''] = textsAt(review, at);
    return [{ do: 'issue-note', id: at.issueNote, text: change(note) }];
  }
  if ('override' in at) return replacingIn(review.overrides?.[at.override], at.override, change);
  const answer = answerAt(review, at);
  return answer ? [{ do: 'answer', at, answer: changed(answer, change) }] : [];
}

/** What is said of an error is what it is known by: with other words it is another one, in the same place. */
function replacingIn(
  override: Override | undefined,
  index: number,
  change: (text: string) => string,
): Action[] {
  if (!override) return [];
  const { reason, ...of } = override;
  const now = { ...of, message: change(of.message) };
  const said: Action = { do: 'override', of: now, reason: change(reason), index };
  return now.message === of.message ? [said] : [{ do: 'override', of, reason: '' }, said];
}

function texts(answer: Answer): string[] {
  if ('notApplicable' in answer) return [answer.notApplicable];
  const { value } = answer;
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [value.text, value.language ?? ''];
  if (isTexts(value)) return value;
  return value.flatMap((one) => (typeof one === 'string' ? [one] : [one.text, one.notApplicable ?? '']));
}

function changed(answer: Answer, change: (text: string) => string): Answer {
  if ('notApplicable' in answer) return { notApplicable: change(answer.notApplicable) };
  return { value: changedValue(answer.value, change) };
}

function changedValue(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value);
  if (!Array.isArray(value)) {
    return { text: change(value.text), language: value.language === null ? null : change(value.language) };
  }
  if (isTexts(value)) return value.map(change);
  return value.map(({ notApplicable, ...item }) => ({
    ...item,
    text: change(item.text),
    ...(notApplicable === undefined ? {} : { notApplicable: change(notApplicable) }),
  }));
}

const isTexts = (value: (string | object)[]): value is string[] =>
  value.every((one) => typeof one === 'string');
