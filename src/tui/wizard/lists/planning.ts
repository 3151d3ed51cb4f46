import { titleOf } from '../../../checks/issue-mentions.ts';
import { missingActions } from '../../../checks/planning/new-actions.ts';
import { rolesOf } from '../../../checks/roles.ts';
import { checkInput } from '../../../checks/run-checks.ts';
import type { Severity } from '../../../fields/issue.ts';
import { openItem } from '../navigation/navigate.ts';
import { commitTogether } from '../state/commit.ts';
import { type State, say } from '../state/state.ts';
import { startWalk } from './plan-walk.ts';

/**
 * An action for each issue of these severities that has none, as one undo group; the focus goes to what only the
 * reviewer knows: the owner of the first, and by Enter through all that is missing.
 */
export function plan(state: State, severities: Severity[]): State {
  const subject = checkInput(state.template, state.history.present, { today: '' });
  const added = missingActions(subject, severities);
  const words = severities.join(' and ');
  const [first] = added;
  if (!first) return say(state, nothingToPlan(state, severities, words));
  const planned = commitTogether(
    state,
    added.map(({ list, item }) => ({ do: 'add-item', list, item })),
  );
  const opened = openItem(planned, first.list, first.item.id);
  const actions = added.map(({ list, item }) => ({ list, item: item.id }));
  const count = added.length === 1 ? 'One action' : `${added.length} actions`;
  const walking = startWalk(state, opened, actions);
  const then = walking.walk ? ' Enter goes through what each still needs.' : '';
  return say(walking, `${count} planned from ${words} issues.${then}`);
}

function nothingToPlan(state: State, severities: Severity[], words: string): string {
  const some = state.history.present.issues.some(
    (issue) => severities.includes(issue.severity) && titleOf(issue) !== '',
  );
  return some ? `Every ${words} issue is already in the plan.` : `There are no ${words} issues to plan.`;
}

/** Whether there is an action plan, and whether the open page is the one that it stands on. */
export const isPlanned = ({ template }: State): boolean => rolesOf(template).plan.length > 0;
export const isPlan = ({ template, page }: State): boolean =>
  rolesOf(template).plan.some(({ list }) => list.page === page);
