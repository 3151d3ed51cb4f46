import type { Context } from '../../context.ts';
import type { Failure } from '../../failure.ts';

/** Why there can be no screen here; null when there can. */
export function noTerminal({ stdin, stdout, env }: Context): Failure | null {
  const dumb = env.TERM === 'dumb';
  if (stdin.isTTY && stdout.isTTY && !dumb) return null;
  return {
    where: '',
    what: dumb ? 'a screen needs a terminal that can do more (TERM is "dumb")' : 'a screen needs a terminal',
    remedy:
      'without one these work: drafts, render, read, check, diff, import, template, schema, completion, help (see --help)',
  };
}
