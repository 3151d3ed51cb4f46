import { keyTimes, median, quantile, Screen } from './measure.ts';

export interface Typed {
  /** Milliseconds from a key to its change on the screen. */
  p50: number;
  p99: number;
  /** Bytes written for a key. */
  bytes: number;
  /** The most memory that the program had, in MiB. */
  peak: number;
}

const turns = 15;
const keysATurn = 20;

/** Types 300 keys into several programs by turns, so that what else the machine does meets all of them. */
export async function typing<Name extends string>(
  home: string,
  programs: Record<Name, [command: string[], ready: string]>,
): Promise<Record<Name, Typed>> {
  const names = Object.keys(programs) as Name[];
  const open = names.map((name) => ({
    screen: new Screen(programs[name][0], home),
    ready: programs[name][1],
  }));
  for (const { screen, ready } of open) {
    await screen.until(ready);
    await keyTimes(screen, keysATurn);
  }
  const typed = open.map(() => ({ times: [] as number[], bytes: [] as number[] }));
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [at, { screen }] of open.entries()) {
      const { times, bytes } = await keyTimes(screen, keysATurn);
      typed[at]?.times.push(...times);
      typed[at]?.bytes.push(...bytes);
      // What it works out after the last key would slow down the next program.
      await screen.quiet(200);
    }
  }
  const figures = typed.map(({ times, bytes }, at) => ({
    p50: median(times),
    p99: quantile(times, 0.99),
    bytes: median(bytes),
    peak: open[at]?.screen.peak() ?? Number.NaN,
  }));
  for (const { screen } of open) await screen.end();
  return Object.fromEntries(names.map((name, at) => [name, figures[at]])) as Record<Name, Typed>;
}
