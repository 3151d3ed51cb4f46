import { followUpActions, followUpNotice } from '../../../following-up/follow-up.ts';
import type { ReviewToFollow } from '../../../following-up/review-to-follow.ts';
import { localDate } from '../../../repository/suggestions.ts';
import type { Action } from '../../../review/actions.ts';
import { issueName } from '../../../review/issue-names.ts';
import {
  type DeltaSection,
  deltaSectionOf,
  type Outcome,
  type PreviousIssue,
} from '../../../review/previous/delta-section.ts';
import { itemText, previousIssueName } from '../../../review/previous/derived-words.ts';
import { markPreviousIssue } from '../../../review/previous/mark-previous-issue.ts';
import type { FieldRef, Item } from '../../../review/review.ts';
import { goToField } from '../navigation/go-to.ts';
import { focusAt, openIssue, openItem, toPage } from '../navigation/navigate.ts';
import { followsUp } from '../page/offers/offered-report.ts';
import { focusedBlock } from '../page/view.ts';
import { commitTogether } from '../state/commit.ts';
import { type State, say } from '../state/state.ts';

/** The item of the delta that has the focus in its list; null when something else has it. */
function focusedItem(state: State): { delta: DeltaSection; item: Item } | null {
  const block = focusedBlock(state);
  const delta = deltaSectionOf(state.template);
  if (block?.type !== 'entry' || block.list !== delta?.list.id) return null;
  const item = state.history.present.items[block.list]?.find(({ id }) => id === block.item);
  return item ? { delta, item } : null;
}

export const inDelta = (state: State): boolean => focusedItem(state) !== null;

/**
 * Says what became of the previous issue that has the focus, and goes on to the next one, or to where more is to be said
 * of this one.
 */
export function mark(state: State, outcome: Outcome | null): State {
  const found = focusedItem(state);
  if (!found) return state;
  const { delta, item } = found;
  const marked = withMark(state, delta, item, outcome);
  if (outcome === 'changed') {
    const issue = marked.history.present.items[delta.list.id]?.find(({ id }) => id === item.id)?.issues?.[0];
    return issue === undefined ? marked : { ...openIssue(marked, issue), notice: marked.notice };
  }
  if (outcome === null) return focusAt(marked, state.focus);
  if (outcome !== 'accepted')
    return focusAt(marked, { on: 'entry', list: delta.list.id, item: nextItem(marked, delta, item) });
  const opened = openItem(marked, delta.list.id, item.id);
  const place = delta.by && { list: delta.list.id, item: item.id, field: delta.by.id };
  return { ...(place ? goToField(opened, place) : opened), notice: marked.notice };
}

/** The item behind another one in its list; behind the last one, that. */
function nextItem({ history }: State, { list }: DeltaSection, { id }: Item): string {
  const items = history.present.items[list.id] ?? [];
  return items[items.findIndex((one) => one.id === id) + 1]?.id ?? id;
}

/** The same where the outcome is picked as an answer; null when the place is another. */
export function markAt(state: State, at: FieldRef, words: string | null): State | null {
  const delta = deltaSectionOf(state.template);
  if (!delta || !('list' in at) || at.list !== delta.list.id || at.field !== delta.outcome.id) return null;
  const item = state.history.present.items[at.list]?.find(({ id }) => id === at.item);
  const outcome = words === null ? null : outcomeOfWords(delta, words);
  return item && outcome !== undefined ? withMark(state, delta, item, outcome) : null;
}

const outcomeOfWords = ({ words }: DeltaSection, said: string): Outcome | undefined =>
  (Object.keys(words) as Outcome[]).find((outcome) => words[outcome] === said);

function withMark(state: State, delta: DeltaSection, item: Item, outcome: Outcome | null): State {
  const { template } = state;
  const done = markPreviousIssue(
    template,
    state.history.present,
    delta,
    item,
    outcome,
    previousIssueOf(state, item),
  );
  const marked = commitTogether(state, done.actions);
  const was = previousIssueName(template, itemText(delta.list, item)).name || 'It';
  const review = marked.history.present;
  const now = done.issue === undefined ? '' : issueName(template, review, done.issue);
  const stays = done.stays.map((id) => issueName(template, review, id)).join(', ');
  if (stays !== '')
    return say(marked, `${stays} was changed, so it stays in the report. Press d in its list to delete it.`);
  switch (outcome) {
    case 'resolved':
      return say(marked, `${was} is resolved.`);
    case 'open':
      return say(marked, `${was} is still open: it is now ${now}, with all its answers.`);
    case 'changed':
      return say(marked, `It is now ${now}: describe what changed. Ctrl+G “Delta” goes back.`);
    case 'accepted':
      return say(marked, 'Enter who accepts it, why, and until when. Esc goes back to the list.');
    case null:
      return say(marked, `${was} is undecided.`);
  }
}

/** The issue of an item as the previous review had it. */
const previousIssueOf = ({ facts }: State, item: Item): PreviousIssue | undefined =>
  facts.previous?.issues.find(({ issue }) => issue.id === item.id);

/** The actions that make the review follow up on a previous one; null when it follows up on one already. */
export function followUpOn(
  state: State,
  previous: ReviewToFollow,
): ReturnType<typeof followUpActions> | null {
  const { template, facts, history } = state;
  const delta = deltaSectionOf(template);
  if (!delta || followsUp(delta, history.present)) return null;
  const today = localDate(new Date(state.now));
  return followUpActions(template, history.present, previous, { today, repository: facts.repository });
}

/** The review after the actions of `followUpOn`, opened at the issues of the previous one; one undo group. */
export function followedUp(state: State, actions: Action[]): State {
  const { template } = state;
  const done = commitTogether(state, actions);
  const delta = deltaSectionOf(template);
  if (!delta) return done;
  const first = done.history.present.items[delta.list.id]?.[0]?.id ?? '';
  const there = focusAt(toPage(done, delta.list.page), { on: 'entry', list: delta.list.id, item: first });
  return say(there, followUpNotice(template, done.history.present));
}
