import type { Severity } from '../../../fields/issue.ts';
import type { Action } from '../../../review/actions.ts';
import { newId } from '../../../review/ids.ts';
import { issueName, issueNames } from '../../../review/issue-names.ts';
import { close, focusAt, openIssue, openItem, step, stepField } from '../navigation/navigate.ts';
import { type Block, focusableBlocks, focusedBlock } from '../page/view.ts';
import { commit } from '../state/commit.ts';
import type { Focus } from '../state/focus.ts';
import { severityOverlay } from '../state/overlay.ts';
import { type State, say, severityOf } from '../state/state.ts';
import { askLinks } from './linking.ts';

/** A new issue of a severity, opened with the focus in its title. */
export function addIssue(state: State, severity: Severity): State {
  const id = newId();
  const added = commit(state, { do: 'add-issue', issue: { id, severity, answers: {} } }, newGroup(id));
  return openIssue(added, id);
}

export function addItem(state: State, list: string): State {
  const id = newId();
  const added = commit(state, { do: 'add-item', list, item: { id, answers: {} } }, newGroup(id));
  return openItem(added, list, id);
}

/** The undo group of adding something and leaving it out again. */
const newGroup = (id: string): string => `new/${id}`;

/** Whether the focus is in the text of an open issue or item with nothing in it at all. */
export const isOpenEmpty = (state: State): boolean =>
  state.buffer?.text === '' && focusedBlock(state)?.type === 'field' && emptyOpen(state) !== null;

/** What takes the open issue or item away again; null once there is something in it. */
function emptyOpen({ open, history }: State): { id: string; action: Action } | null {
  const review = history.present;
  if (open && 'issue' in open) {
    const issue = review.issues.find(({ id }) => id === open.issue);
    const empty = issue && issue.note === undefined && Object.keys(issue.answers).length === 0;
    return empty ? { id: issue.id, action: { do: 'remove-issue', id: issue.id } } : null;
  }
  const item = open && review.items[open.list]?.find(({ id }) => id === open.item);
  if (!item || Object.keys(item.answers).length > 0 || item.issues?.length) return null;
  return { id: item.id, action: { do: 'remove-item', list: open.list, id: item.id } };
}

/** Enter in a new issue or item that nothing was entered into: it is left out, and the focus goes on behind the list. */
export function leaveOut(state: State): State {
  const empty = emptyOpen(state);
  if (!empty) return state;
  const gone = commit(close(state), empty.action, newGroup(empty.id));
  return say(stepField(focusNearestEntry(gone, state), 1), 'Nothing entered, nothing added.');
}

/** The focus on the list that something was open of. */
function focusNearestEntry(state: State, { open }: State): State {
  return focusAt(state, open && 'list' in open ? { on: 'add-entry', list: open.list } : { on: 'add-issue' });
}

/** `a`: one more of what the focus is in. */
export function add(state: State): State {
  const block = focusedBlock(state);
  if (block?.type === 'entry' || block?.type === 'add-entry') return addItem(state, block.list);
  const severity = severityOf(state);
  return severity ? addIssue(state, severity) : state;
}

/** Enter on a list's entry: opens it. */
export function open(state: State): State {
  const block = focusedBlock(state);
  switch (block?.type) {
    case 'issue':
      return openIssue(state, block.issue);
    case 'entry':
      return openItem(state, block.list, block.item);
    case 'add-issue':
      return addIssue(state, block.severity);
    case 'add-entry':
      return addItem(state, block.list);
    case 'more':
      return toggleMore(state);
    case 'about':
      return askLinks(state);
    case 'severity':
      return { ...state, overlay: severityOverlay(block.issue) };
    default:
      return state;
  }
}

function toggleMore(state: State): State {
  const shown: State = { ...state, more: !state.more };
  return shown.more ? step(shown, 1) : focusAt(shown, state.focus);
}

/** `d`: removes what the focus is on; Ctrl+Z brings it back. */
export function remove(state: State): State {
  const block = focusedBlock(state);
  if (block?.type === 'issue') {
    const name = issueName(state.template, state.history.present, block.issue);
    return said(state, { do: 'remove-issue', id: block.issue }, block, name);
  }
  if (block?.type === 'entry') {
    const name = `${state.template.lists[block.list]?.title ?? ''} ${block.number}`;
    return said(state, { do: 'remove-item', list: block.list, id: block.item }, block, name);
  }
  return state;
}

function said(state: State, action: Parameters<typeof commit>[1], block: Block, name: string): State {
  const neighbour = after(state, block);
  const removed = commit(state, action);
  return say(focusAt(removed, neighbour), `${name} deleted. Ctrl+Z brings it back.`);
}

/** The focus on the entry that will be where this one is, or on what follows. */
function after(state: State, block: Block): Focus | null {
  const blocks = focusableBlocks(state);
  const index = blocks.indexOf(block);
  const next = blocks[index + 1];
  const before = blocks[index - 1];
  return (next?.type === block.type || before?.type !== block.type ? next : before)?.focus ?? null;
}

/** `K` and `J`: up and down among its kind. */
export function move(state: State, by: 1 | -1): State {
  const block = focusedBlock(state);
  if (block?.type === 'issue') {
    if (state.sort !== 'number' || state.filter !== '')
      return say(state, 'Issues move only by number and unfiltered: s sorts, Esc clears the filter.');
    return focusAt(commit(state, { do: 'move-issue', id: block.issue, by }), block.focus);
  }
  if (block?.type === 'entry') {
    return focusAt(commit(state, { do: 'move-item', list: block.list, id: block.item, by }), block.focus);
  }
  return state;
}

/** `m`: asks for the severity of the focused or open issue. */
export function askSeverity(state: State): State {
  const block = focusedBlock(state);
  const issue =
    block?.type === 'issue' ? block.issue : state.open && 'issue' in state.open ? state.open.issue : null;
  return issue ? { ...state, overlay: severityOverlay(issue) } : state;
}

/** ", CRITICAL-3 is CRITICAL-2": what else has another number after an issue has gone. */
function renumbered(before: State, after: State, id: string): string {
  const was = issueNames(before.template, before.history.present);
  const is = issueNames(after.template, after.history.present);
  const others = [...is].filter(([one, name]) => one !== id && was.get(one) !== name);
  const [first] = others;
  if (!first) return '';
  const rest = others.length > 1 ? `, and so on` : '';
  return `, ${was.get(first[0])} is now ${first[1]}${rest}`;
}

/** The issue goes to another severity; the focus stays on it, or in it when it is open. */
export function setSeverity(state: State, id: string, severity: Severity): State {
  const before = issueName(state.template, state.history.present, id);
  const wasOpen = state.open !== null;
  const block = focusedBlock(state);
  const neighbour = block ? after(state, block) : null;
  const closed: State = { ...state, overlay: null };
  const moved = commit(closed, { do: 'set-severity', id, severity });
  if (moved === closed) return closed;
  const name = issueName(state.template, moved.history.present, id);
  const words = `${before} is now ${name}${renumbered(state, moved, id)}.`;
  if (!wasOpen) return say(focusAt(moved, neighbour), words);
  const page = state.template.issues[severity]?.page ?? state.page;
  return say(focusAt({ ...moved, page }, state.focus), words);
}
