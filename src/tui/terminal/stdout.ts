import { beginUpdate, endUpdate } from './sequences.ts';
import { sparing } from './sparing.ts';
import { steady } from './steady.ts';

/**
 * A standard output that Ink writes to: with its columns set, in few bytes, and what belongs to one update in one write:
 * each wakes up the terminal, and whatever is between.
 */
export function terminalStdout(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const spare = sparing();
  const pass = (data: unknown, ...rest: unknown[]): boolean =>
    (stdout.write as (...all: unknown[]) => boolean).call(stdout, data, ...rest);
  /** What there is of an update: its beginning, and its changes. */
  let held: string[] = [];
  const write = (data: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (typeof data !== 'string') return pass(data, ...rest);
    held.push(spare(steady(data)));
    const isOpen =
      data === beginUpdate || (held.length === 2 && held[0] === beginUpdate && data !== endUpdate);
    // Drawing that fails in the midst of an update never ends it: the next write then takes it along.
    if (isOpen && rest.length === 0) return true;
    const whole = held.join('');
    held = [];
    return pass(whole, ...rest);
  };
  return new Proxy(stdout, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
