import { sparing } from './sparing.ts';
import { steady } from './steady.ts';

/** A standard output that Ink writes to: with its columns set, and in few bytes. */
export function terminalStdout(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  const spare = sparing();
  const write = (data: string | Uint8Array, ...rest: unknown[]): boolean =>
    (stdout.write as (...all: unknown[]) => boolean)(
      typeof data === 'string' ? spare(steady(data)) : data,
      ...rest,
    );
  return new Proxy(stdout, {
    get(target, name) {
      if (name === 'write') return write;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
