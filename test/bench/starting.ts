import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../src/build/bundle.ts';
import { median, type Program, Screen } from './measure.ts';

const starts = 15;

const smallest =
  "import { render, Text, useInput } from 'ink'; import { createElement } from 'react'; function App() { useInput(() => {}); return createElement(Text, null, 'ready'); } render(createElement(App), { alternateScreen: true });";
const oneField =
  "import { render } from 'ink'; import TextInput from 'ink-text-input'; import { createElement, useState } from 'react'; function App() { const [value, onChange] = useState(''); return createElement(TextInput, { value, onChange, placeholder: 'ready' }); } render(createElement(App), { alternateScreen: true, incrementalRendering: true, maxFps: 120 });";

/** Builds Ink with one line of text, or one text field, bundled as the program is; returns its file. */
export async function buildInk(root: string, home: string, what: 'smallest' | 'field'): Promise<string> {
  const outfile = join(home, `${what}.mjs`);
  const contents = what === 'smallest' ? smallest : oneField;
  // What the program makes faster is no floor.
  const { entryPoints: _, outdir, splitting, chunkNames, ...options } = bundleOptions(root, home, []);
  await build({ ...options, outfile, stdin: { contents, resolveDir: root, loader: 'js' } });
  return outfile;
}

/** Unpacks the program as npm installs it; returns the link that it is called through. */
export function installed(root: string, home: string): string {
  const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', home], {
    cwd: root,
  });
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
export async function firstFrames(
  home: string,
  programs: Record<string, Program>,
): Promise<(name: string) => Shown> {
  const names = Object.keys(programs);
  const shown = names.map((): Shown[] => []);
  // The first turn fills the caches of Node and of the disk.
  for (let turn = 0; turn <= starts; turn += 1) {
    for (const [at, name] of names.entries()) {
      const [command, text] = programs[name] ?? [[], ''];
      const one = await started(home, command, text);
      if (turn > 0) shown[at]?.push(one);
    }
  }
  const figures = shown.map((all) => ({
    time: median(all.map(({ time }) => time)),
    peak: Math.max(...all.map(({ peak }) => peak)),
  }));
  return (name) => figures[names.indexOf(name)] ?? { time: Number.NaN, peak: Number.NaN };
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
