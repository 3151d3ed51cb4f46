import { isOpenError } from '../../../checks/problem.ts';
import { secret } from '../../../checks/rules/secret.ts';
import { problemsFor } from '../state/problems.ts';
import type { State } from '../state/state.ts';

/** Why the report is not written yet, when it would hold a secret that nobody said to stay; null when it holds none. */
export function secretInTheWay(state: State): string | null {
  const open = problemsFor(state).filter((one) => one.id === secret.id && isOpenError(one));
  const [first, ...more] = open;
  if (!first) return null;
  const others = more.length > 0 ? ` (and ${more.length} more)` : '';
  return `${first.message}${others}. Not written: redact it, or type why it stays.`;
}
