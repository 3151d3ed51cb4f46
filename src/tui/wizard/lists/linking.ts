import { linked, namesIn } from '../../../report/issue-links.ts';
import type { Item } from '../../../review/review.ts';
import { focusedBlock } from '../page/view.ts';
import { commit } from '../state/commit.ts';
import { linksOverlay } from '../state/overlay.ts';
import type { State } from '../state/state.ts';

const itemAt = (state: State, list: string, id: string): Item | undefined =>
  state.history.present.items[list]?.find((one) => one.id === id);

/** Enter on the issues of an item: asks which they are. */
export function askLinks(state: State): State {
  const block = focusedBlock(state);
  if (block?.type !== 'about') return state;
  return { ...state, overlay: linksOverlay(block.list, block.item) };
}

/** The item is about the issue, or no longer. */
export function toggleLink(state: State, list: string, id: string, issue: string): State {
  const old = itemAt(state, list, id)?.issues ?? [];
  const issues = old.includes(issue) ? old.filter((one) => one !== issue) : [...old, issue];
  return commit(state, { do: 'link', list, id, issues });
}

/** Names of issues that were typed before an item's own words become links, in the same undo group. */
export function linkedAt(state: State, list: string, id: string, group?: string): State {
  const block = state.template.lists[list];
  const item = itemAt(state, list, id);
  if (!block || !item) return state;
  const now = linked(state.template, block, item, namesIn(state.template, state.history.present.issues));
  const field = block.asks[0] ?? '';
  const answer = now.answers[field] ?? null;
  if (!now.issues || JSON.stringify(answer) === JSON.stringify(item.answers[field] ?? null)) return state;
  const told = commit(state, { do: 'link', list, id, issues: now.issues }, group);
  return commit(told, { do: 'answer', at: { list, item: id, field }, answer }, group);
}
