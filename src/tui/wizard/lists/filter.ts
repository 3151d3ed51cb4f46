import { newId } from '../../../review/ids.ts';
import { issueName } from '../../../review/issue-names.ts';
import { issuesOf } from '../../../review/review.ts';
import { focusAt } from '../navigation/navigate.ts';
import { blockAt, focusedBlock } from '../page/view.ts';
import { commit } from '../state/commit.ts';
import { promptOverlay } from '../state/overlay.ts';
import { type State, say, severityOf, sorts } from '../state/state.ts';

/** `/`: asks which words the listed issues have to have. */
export const askFilter = (state: State): State => ({
  ...state,
  overlay: promptOverlay('Only issues with', state.filter, 'words in any field; empty: all issues', {
    for: 'filter',
  }),
});

/** Lists only the issues with these words; all of them without any. */
export function filtered(state: State, filter: string): State {
  const next: State = { ...state, filter };
  return blockAt(next, state.focus) ? focusAt(next, state.focus) : focusAt({ ...next, scroll: 0 }, null);
}

/** `s`: lists the issues by their titles, their categories, …, and by their numbers again. */
export function nextSort(state: State): State {
  const sort = sorts[(sorts.indexOf(state.sort) + 1) % sorts.length] ?? 'number';
  const words = sort === 'missing' ? 'what is missing' : sort;
  return say(
    focusAt({ ...state, sort }, state.focus),
    `Sorted by ${words}. The report lists them by number.`,
  );
}

/** `c`: the same issue again, below it, to be changed. */
export function copyIssue(state: State): State {
  const block = focusedBlock(state);
  const severity = severityOf(state);
  if (block?.type !== 'issue' || !severity) return state;
  const peers = issuesOf(state.history.present, severity);
  const index = peers.findIndex((issue) => issue.id === block.issue);
  const issue = peers[index];
  if (!issue) return state;
  const id = newId();
  const copied = commit(state, { do: 'add-issue', issue: { ...issue, id }, index: index + 1 });
  const name = issueName(state.template, copied.history.present, id);
  return say(
    focusAt(copied, { on: 'issue', issue: id }),
    `${name} is a copy of ${block.number}. Enter opens it.`,
  );
}
