import { followMoved, movedSources } from '../../../checks/source-problems.ts';
import { counted } from '../../../text/counted.ts';
import { commitTogether } from '../state/commit.ts';
import { checkedNow } from '../state/problems.ts';
import { type State, say } from '../state/state.ts';
import { openGroup } from '../state/undo-group.ts';

/** How many pieces of evidence are somewhere else at the reviewed commit. */
export const movedCount = ({ history, external }: State): number =>
  movedSources(history.present, external.lookup?.changed ?? []).length;

/** Makes all evidence that moved say where it is now, as one undo group. */
export function followAllMoved(state: State): State {
  const { history, external } = state;
  const count = movedCount(state);
  const actions = followMoved(history.present, external.lookup?.changed ?? []);
  const done = checkedNow(openGroup(commitTogether(openGroup(state), actions)));
  return say(done, `${counted(count, 'moved location')} followed. Ctrl+Z undoes it.`);
}
