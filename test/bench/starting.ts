import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../src/build/bundle.ts';
import { median, Screen } from './measure.ts';

const starts = 15;

/** Builds Ink with one line of text, bundled as the program is; returns its file. */
export async function buildSmallest(root: string, home: string): Promise<string> {
  const smallest = join(home, 'smallest.mjs');
  const source =
    "import { render, Text, useInput } from 'ink'; import { createElement } from 'react'; function App() { useInput(() => {}); return createElement(Text, null, 'ready'); } render(createElement(App), { alternateScreen: true });";
  const { entryPoints: _, outdir, splitting, chunkNames, ...options } = bundleOptions(root, home);
  await build({ ...options, outfile: smallest, stdin: { contents: source, resolveDir: root, loader: 'js' } });
  return smallest;
}

/** Unpacks the program as npm installs it; returns the link that it is called through. */
export function installed(root: string, home: string): string {
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', home], { cwd: root });
  execFileSync('tar', ['-xf', join(home, packed.toString().trim()), '-C', home]);
  const link = join(home, 'sanctum-review');
  symlinkSync(join(home, 'package', 'dist', 'sanctum-review.js'), link);
  return link;
}

export interface Shown {
  /** Milliseconds until the text was on the screen: the median of all starts. */
  time: number;
  /** The most memory that it had, in MiB. */
  peak: number;
}

/** Starts several programs by turns, so that what else the machine does meets all of them. */
export async function firstFrames<Name extends string>(
  home: string,
  programs: Record<Name, [command: string[], text: string]>,
): Promise<Record<Name, Shown>> {
  const names = Object.keys(programs) as Name[];
  const shown = names.map((): Shown[] => []);
  // The first turn fills the caches of Node and of the disk.
  for (let turn = 0; turn <= starts; turn += 1) {
    for (const [at, name] of names.entries()) {
      const [command, text] = programs[name];
      const one = await started(home, command, text);
      if (turn > 0) shown[at]?.push(one);
    }
  }
  const figures = shown.map((all) => ({
    time: median(all.map(({ time }) => time)),
    peak: Math.max(...all.map(({ peak }) => peak)),
  }));
  return Object.fromEntries(names.map((name, at) => [name, figures[at]])) as Record<Name, Shown>;
}

async function started(home: string, command: string[], text: string): Promise<Shown> {
  const start = performance.now();
  const screen = new Screen(command, home);
  await screen.until(text);
  const time = performance.now() - start;
  // What is loaded after the first frame counts, too.
  await screen.quiet(200);
  const peak = screen.peak();
  await screen.end();
  return { time, peak };
}
