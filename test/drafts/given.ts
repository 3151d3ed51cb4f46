import type { Result } from '../../src/failure.ts';

/** The value of a result; fails the test where there is none. */
export function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failures));
  return result.value;
}
