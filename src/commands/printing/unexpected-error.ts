import type { Context } from '../../context.ts';
import type { Failure } from '../../failure.ts';

/** An error that nobody expected. `saved` says what became of the draft that was open. */
export function unexpectedError(error: unknown, { env }: Pick<Context, 'env'>, saved?: string): Failure {
  const what = error instanceof Error ? (env.DEBUG && error.stack) || error.message : String(error);
  const report = 'please report it, with what DEBUG=1 adds';
  return { where: 'unexpected error', what, remedy: saved ? `${report}. ${saved}` : report };
}
