import { missingActions } from '../../../checks/planning/new-actions.ts';
import { rolesOf } from '../../../checks/roles.ts';
import { subjectOf } from '../../../checks/run-checks.ts';
import type { Severity } from '../../../fields/issue.ts';
import { fieldKey } from '../../../review/review.ts';
import { commit } from '../edit/typing.ts';
import { focusKey, openItem } from '../state/navigate.ts';
import { type State, say } from '../state/state.ts';

/**
 * An action for each issue of these severities that has none, as one undo step; the focus goes to what only the
 * reviewer knows: the owner of the first.
 */
export function plan(state: State, severities: Severity[]): State {
  const subject = subjectOf(state.template, state.history.present, { today: '' });
  const added = missingActions(subject, severities);
  const words = severities.join(' and ');
  const [first] = added;
  if (!first) return say(state, nothingToPlan(state, severities, words));
  const group = `plan/${state.step + 2}`;
  const planned = added.reduce(
    (now, { list, item }) => commit(now, { do: 'add-item', list, item }, group),
    state,
  );
  const opened = openItem({ ...planned, step: state.step + 3 }, first.list, first.item.id);
  const owner = fieldKey({ list: first.list, item: first.item.id, field: 'owner' });
  const count = added.length === 1 ? 'One action' : `${added.length} actions`;
  return say(focusKey(opened, owner), `${count} planned from ${words} issues. Who does it, and by when?`);
}

function nothingToPlan(state: State, severities: Severity[], words: string): string {
  const some = state.history.present.issues.some(({ severity }) => severities.includes(severity));
  return some ? `Every ${words} issue is in the plan already.` : `There are no ${words} issues to plan.`;
}

/** Whether there is an action plan, and whether the open page is the one that it stands on. */
export const isPlanned = ({ template }: State): boolean => rolesOf(template).plan.length > 0;
export const isPlan = ({ template, page }: State): boolean =>
  rolesOf(template).plan.some(({ list }) => list.page === page);
