import { issueNames } from '../../../review/issue-names.ts';
import { type Entry, Palette } from '../../screens/Palette.tsx';
import { toggleLink } from '../lists/linking.ts';
import { itemName } from '../render/blocks/links.ts';
import { brief } from '../state/brief.ts';
import type { Overlay, State } from '../state/state.ts';
import { useStore, useWizard } from '../state/store.ts';

interface Props {
  overlay: Extract<Overlay, { type: 'links' }>;
  width: number;
  height: number;
}

/** The issues of the review, to be ticked: those that an item is about. */
export function Links({ overlay: { list, item }, width, height }: Props) {
  const store = useStore();
  const review = useWizard((state) => state.history.present);
  const entries = entriesOf(
    store.getState(),
    review.items[list]?.find((one) => one.id === item)?.issues ?? [],
  );
  return (
    <Palette
      title={titleOf(store.getState(), list, item)}
      placeholder="any part of a title or number"
      verb="link, or no longer"
      entries={entries}
      onPick={({ id }) => store.dispatch((state) => toggleLink(state, list, item, id))}
      onClose={() => store.dispatch((state) => ({ ...state, overlay: null }))}
      width={width}
      height={height}
    />
  );
}

function titleOf(state: State, list: string, id: string): string {
  const block = state.template.lists[list];
  const item = state.history.present.items[list]?.find((one) => one.id === id);
  const name = block && item ? itemName(state, block, item) : '';
  return name ? `Issues of “${name.slice(0, 30)}${name.length > 30 ? '…' : ''}”` : 'Issues of this action';
}

function entriesOf({ template, history }: State, linked: string[]): Entry[] {
  const review = history.present;
  const names = issueNames(template, review);
  return review.issues.map(({ id, answers }) => ({
    id,
    title: `${names.get(id) ?? ''} ${brief(answers.title)}`.trim(),
    kind: 'issue',
    note: linked.includes(id) ? '✓ linked' : '',
  }));
}
