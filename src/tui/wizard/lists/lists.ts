import type { Severity } from '../../../fields/issue.ts';
import { newId } from '../../../review/ids.ts';
import { issueName, issueNames } from '../../../review/issue-names.ts';
import { focusAt, openIssue, openItem, step } from '../navigation/navigate.ts';
import { type Block, focusableBlocks, focusedBlock } from '../page/view.ts';
import { commit } from '../state/commit.ts';
import type { Focus } from '../state/focus.ts';
import { severityOverlay } from '../state/overlay.ts';
import { type State, say, severityOf } from '../state/state.ts';
import { askLinks } from './linking.ts';

/** A new issue of a severity, opened with the focus in its title. */
export function addIssue(state: State, severity: Severity): State {
  const id = newId();
  return openIssue(commit(state, { do: 'add-issue', issue: { id, severity, answers: {} } }), id);
}

export function addItem(state: State, list: string): State {
  const id = newId();
  return openItem(commit(state, { do: 'add-item', list, item: { id, answers: {} } }), list, id);
}

/** `a`: one more of what the focus is in. */
export function add(state: State): State {
  const piece = focusedBlock(state);
  if (piece?.type === 'entry' || piece?.type === 'add-entry') return addItem(state, piece.list);
  const severity = severityOf(state);
  return severity ? addIssue(state, severity) : state;
}

/** Enter on a list's entry: opens it. */
export function open(state: State): State {
  const piece = focusedBlock(state);
  switch (piece?.type) {
    case 'issue':
      return openIssue(state, piece.issue);
    case 'entry':
      return openItem(state, piece.list, piece.item);
    case 'add-issue':
      return addIssue(state, piece.severity);
    case 'add-entry':
      return addItem(state, piece.list);
    case 'more':
      return toggleMore(state);
    case 'about':
      return askLinks(state);
    case 'severity':
      return { ...state, overlay: severityOverlay(piece.issue) };
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
  const piece = focusedBlock(state);
  if (piece?.type === 'issue') {
    const name = issueName(state.template, state.history.present, piece.issue);
    return said(state, { do: 'remove-issue', id: piece.issue }, piece, name);
  }
  if (piece?.type === 'entry') {
    const name = `${state.template.lists[piece.list]?.title ?? ''} ${piece.number}`;
    return said(state, { do: 'remove-item', list: piece.list, id: piece.item }, piece, name);
  }
  return state;
}

function said(state: State, action: Parameters<typeof commit>[1], piece: Block, name: string): State {
  const neighbour = after(state, piece);
  const removed = commit(state, action);
  return say(focusAt(removed, neighbour), `${name} deleted. Ctrl+Z brings it back.`);
}

/** The focus on the entry that will be where this one is, or on what follows. */
function after(state: State, piece: Block): Focus | null {
  const blocks = focusableBlocks(state);
  const index = blocks.indexOf(piece);
  const next = blocks[index + 1];
  const before = blocks[index - 1];
  return (next?.type === piece.type || before?.type !== piece.type ? next : before)?.focus ?? null;
}

/** `K` and `J`: up and down among its kind. */
export function move(state: State, by: 1 | -1): State {
  const piece = focusedBlock(state);
  if (piece?.type === 'issue') {
    if (state.sort !== 'number' || state.filter !== '')
      return say(state, 'Moving changes the numbers: s lists by number again, Esc lists all.');
    return focusAt(commit(state, { do: 'move-issue', id: piece.issue, by }), piece.focus);
  }
  if (piece?.type === 'entry') {
    return focusAt(commit(state, { do: 'move-item', list: piece.list, id: piece.item, by }), piece.focus);
  }
  return state;
}

/** `m`: asks for the severity of the focused or open issue. */
export function askSeverity(state: State): State {
  const piece = focusedBlock(state);
  const issue =
    piece?.type === 'issue' ? piece.issue : state.open && 'issue' in state.open ? state.open.issue : null;
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
  const piece = focusedBlock(state);
  const neighbour = piece ? after(state, piece) : null;
  const closed: State = { ...state, overlay: null };
  const moved = commit(closed, { do: 'set-severity', id, severity });
  if (moved === closed) return closed;
  const name = issueName(state.template, moved.history.present, id);
  const words = `${before} is now ${name}${renumbered(state, moved, id)}.`;
  if (!wasOpen) return say(focusAt(moved, neighbour), words);
  const page = state.template.issues[severity]?.page ?? state.page;
  return say(focusAt({ ...moved, page }, state.focus), words);
}
