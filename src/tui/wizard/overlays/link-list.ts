import { memo } from '../../../memo.ts';
import { issueNames } from '../../../review/issue-names.ts';
import type { Review } from '../../../review/review.ts';
import type { Template } from '../../../template/template.ts';
import type { Entry } from '../../picker/find.ts';
import type { PickList } from '../../picker/picker-panel.ts';
import { itemName } from '../render/blocks/links.ts';
import { brief } from '../state/brief.ts';
import type { State } from '../state/state.ts';

/** The issues of the review, to be ticked: those that an item is about. */
export function linkList(state: State, list: string, item: string): PickList<Entry> {
  return {
    title: titleOf(state, list, item),
    placeholder: 'any part of a title or number',
    entries: entriesFor(state.history.present, state.template, list, item),
  };
}

function titleOf(state: State, list: string, id: string): string {
  const block = state.template.lists[list];
  const item = state.history.present.items[list]?.find((one) => one.id === id);
  const name = block && item ? itemName(state, block, item) : '';
  return name ? `Issues of “${name.slice(0, 30)}${name.length > 30 ? '…' : ''}”` : 'Issues of this action';
}

/** The issues of the review, to pick one. */
export const issueList = ({ history, template }: State): PickList<Entry> => ({
  title: 'Merge into',
  placeholder: 'any part of a title or number',
  entries: entriesFor(history.present, template, '', ''),
});

const entriesFor = memo((review: Review, template: Template, list: string, item: string): Entry[] => {
  const linked = new Set(review.items[list]?.find(({ id }) => id === item)?.issues);
  const names = issueNames(template, review);
  return review.issues.map(({ id, answers }) => ({
    id,
    title: `${names.get(id) ?? ''} ${brief(answers.title)}`.trim(),
    kind: 'issue',
    note: linked.has(id) ? '✓ linked' : '',
  }));
});
