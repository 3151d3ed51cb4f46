import type { Action } from '../review/actions.ts';
import {
  deltaSectionOf,
  type Outcome,
  outcomeAt,
  type PreviousReview,
} from '../review/previous/delta-section.ts';
import { markPreviousIssue } from '../review/previous/mark-previous-issue.ts';
import { reduce } from '../review/reduce.ts';
import type { Review } from '../review/review.ts';
import type { Template } from '../template/template.ts';
import { answersCarriedOver, measuredBefore, nameOf } from './carried-over.ts';
import { previousItems } from './previous-items.ts';
import type { ReviewToFollow } from './review-to-follow.ts';

/**
 * The actions that make a review follow up on a previous one: its issues to be marked, what does not change from review
 * to review, and which review it was. Never its verdict, risk, ticks or sign-off.
 * @param surroundings the day where the reviewer is, and the reviewed repository
 */
export function followUpActions(
  template: Template,
  review: Review,
  previous: ReviewToFollow,
  surroundings: { today: string; repository?: string | undefined },
): { actions: Action[]; previous: PreviousReview } {
  const delta = deltaSectionOf(template);
  const items = delta ? previousItems(template, delta, previous, surroundings.today) : [];
  const name = nameOf(previous, surroundings.repository);
  const actions: Action[] = [
    { do: 'answers', entries: answersCarriedOver(template, delta, review, previous, name, items.length) },
  ];
  let now = actions.reduce(reduce, review);
  const does = (action: Action) => {
    actions.push(action);
    now = reduce(now, action);
  };
  for (const { item, previous: one, expired } of delta ? items : []) {
    if (!delta) continue;
    does({ do: 'add-item', list: delta.list.id, item });
    if (expired === undefined) continue;
    for (const action of markPreviousIssue(template, now, delta, item, 'open', one).actions) does(action);
    const place = delta.note && { list: delta.list.id, item: item.id, field: delta.note.id };
    if (place) does({ do: 'answer', at: place, answer: { value: expired } });
  }
  return {
    actions,
    previous: {
      from: previous.report ?? previous.draft ?? '',
      issues: items.map((one) => one.previous),
      answers: measuredBefore(template, previous),
    },
  };
}

/** What to say of a review that has just begun to follow up on a previous one. */
export function followUpNotice(template: Template, review: Review): string {
  const delta = deltaSectionOf(template);
  if (!delta) return `The template "${template.name}" has no place for previous issues; measures are shown.`;
  const items = review.items[delta.list.id] ?? [];
  const count = (outcome: Outcome) => items.filter((item) => outcomeAt(delta, item) === outcome).length;
  const [open, accepted] = [count('open'), count('accepted')];
  if (items.length === 0) return 'The previous review left no issue open.';
  const issues = items.length === 1 ? '1 issue' : `${items.length} issues`;
  return [
    `${issues} of the previous review: say what became of each.`,
    ...(open > 0
      ? [`${open} ${open === 1 ? 'was' : 'were'} accepted until a day that is past: open again.`]
      : []),
    ...(accepted > 0 ? [`${accepted} ${accepted === 1 ? 'is' : 'are'} still accepted.`] : []),
  ].join(' ');
}
