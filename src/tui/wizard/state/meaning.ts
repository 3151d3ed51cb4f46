import { rolesOf } from '../../../checks/roles.ts';
import { isDay } from '../../../fields/days.ts';
import type { Field } from '../../../fields/field.ts';
import { kinds } from '../../../fields/kinds.ts';
import type { Value } from '../../../fields/value.ts';
import { valueAt } from '../../../review/review.ts';
import { todayOf } from './problems.ts';
import type { State } from './state.ts';

/** What a value becomes when its field is left, and in words: "friday" its date. Null where it stays as it is. */
export const meaningOf = (state: State, field: Field, value: Value) =>
  kinds[field.kind].meant?.(value, field, { today: todayOf(state), deployment: deploymentOf(state) }) ?? null;

/** The day of the deployment, where the template asks for it and the review says it. */
export function deploymentOf({ template, history }: Pick<State, 'template' | 'history'>): string | undefined {
  const { deployment } = rolesOf(template);
  const day = deployment && valueAt(history.present, { field: deployment.id });
  return typeof day === 'string' && isDay(day) ? day : undefined;
}
