import { keyTimes, median, type Program, quantile, Screen } from './measure.ts';

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
export async function typing(
  home: string,
  programs: Record<string, Program>,
): Promise<(name: string) => Typed> {
  const names = Object.keys(programs);
  const open = Object.values(programs).map(([command, ready]) => ({
    screen: new Screen(command, home),
    ready,
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
  return (name) => figures[names.indexOf(name)] ?? { p50: NaN, p99: NaN, bytes: NaN, peak: NaN };
}

/** Milliseconds of the processor from a key until the program rests again: checks, saving. The median of several. */
export async function restAfterKey(home: string, [command, ready]: Program): Promise<number> {
  const screen = new Screen(command, home);
  await screen.until(ready);
  await screen.quiet(2500);
  const spent: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const before = screen.worked();
    screen.type('x');
    // The checks wait for 0.4 seconds, saving for one.
    await screen.quiet(2500);
    spent.push(screen.worked() - before);
  }
  await screen.end();
  return median(spent);
}
