/** Prints the figures of the program beside a floor that is measured in the same run. Judges nothing. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../src/build/bundle.ts';
import { writeDraft } from './drafts.ts';
import { keyTimes, median, processTime, quantile, Screen } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'sanctum-review-bench-'));
const node = process.execPath;
const program = join(root, 'dist', 'sanctum-review.js');
const smallest = join(home, 'smallest.js');

function row(what: string, figure: number, unit: string, floor: number, floorName: string): void {
  const ratio = (figure / floor).toFixed(2);
  console.log(
    `${what.padEnd(46)} ${figure.toFixed(1).padStart(8)} ${unit.padEnd(5)} ${ratio.padStart(6)} × ${floorName} (${floor.toFixed(1)})`,
  );
}

/** Ink with one line of text, bundled as the program is. */
async function buildSmallest(): Promise<void> {
  const source =
    "import { render, Text, useInput } from 'ink'; import { createElement } from 'react'; function App() { useInput(() => {}); return createElement(Text, null, 'ready'); } render(createElement(App), { alternateScreen: true });";
  const { entryPoints: _, ...options } = bundleOptions(root, smallest);
  await build({ ...options, stdin: { contents: source, resolveDir: root, loader: 'js' } });
}

async function firstFrames(command: string[], text: string): Promise<{ time: number; peak: number }> {
  const times: number[] = [];
  let peak = 0;
  for (let turn = 0; turn < 7; turn += 1) {
    const start = performance.now();
    const screen = new Screen(command, home);
    await screen.until(text);
    times.push(performance.now() - start);
    peak = Math.max(peak, screen.peak());
    screen.end();
  }
  return { time: median(times), peak };
}

async function keys(command: string[], ready: string) {
  const screen = new Screen(command, home);
  await screen.until(ready);
  await keyTimes(screen, 20);
  const { times, bytes } = await keyTimes(screen, 200);
  const peak = screen.peak();
  screen.end();
  return { p50: median(times), p99: quantile(times, 0.99), bytes: median(bytes), peak };
}

await buildSmallest();
const resume = (id: string) => [node, program, 'resume', id];
const empty = writeDraft(home, 'empty1', 0);
const twoHundred = writeDraft(home, 'issues200', 200);
const thousand = writeDraft(home, 'issues1000', 1000);

const ink = await firstFrames([node, smallest], 'ready');
const opened = await firstFrames(resume(twoHundred), 'Summary Statement');
row('first frame of resume, 200 issues', opened.time, 'ms', ink.time, 'smallest Ink program');

const echo = await keys(['/bin/cat'], '');
const few = await keys(resume(empty), 'Summary Statement');
const many = await keys(resume(thousand), 'Summary Statement');
row('a key, 1,000 issues, p50 over cat', many.p50 - echo.p50, 'ms', few.p50 - echo.p50, 'an empty draft');
row('a key, 1,000 issues, p99 over cat', many.p99 - echo.p99, 'ms', few.p99 - echo.p99, 'an empty draft');
row('bytes written for a key', many.bytes, 'B', echo.bytes, 'cat');
row('memory at its peak, 1,000 issues', many.peak, 'MiB', ink.peak, 'smallest Ink program');

const bare = median(Array.from({ length: 5 }, () => processTime([node, '-e', '0'])));
for (const issues of [1000, 10_000]) {
  const file = join(home, 'drafts', `${writeDraft(home, `issues${issues}`, issues)}.json`);
  const report = join(home, `${issues}.md`);
  const render = median(Array.from({ length: 3 }, () => processTime([node, program, 'render', file]))) - bare;
  row(`render of ${issues} issues beyond Node's start`, render, 'ms', bare, 'bare Node');
  processTime([node, program, 'render', file, '-o', report, '--force']);
  const read = median(Array.from({ length: 3 }, () => processTime([node, program, 'read', report]))) - bare;
  row(`read of ${issues} issues beyond Node's start`, read, 'ms', render, 'render');
}
const report = join(home, '1000.md');
const [again, later] = [writeDraft(home, 'again', 1000), join(home, 'later.json')];
const file = join(home, 'drafts', `${again}.json`);
// Another draft, in which every issue is told anew a few lines further down: none is the same to the letter.
writeFileSync(
  later,
  readFileSync(file, 'utf8')
    .replace('"again"', '"latest"')
    .replaceAll(':82"', ':90"')
    .replaceAll('discard', 'drop'),
);
const reading = median(Array.from({ length: 3 }, () => processTime([node, program, 'read', report]))) - bare;
const diff =
  median(Array.from({ length: 3 }, () => processTime([node, program, 'diff', report, later]))) - bare;
row("diff of 1,000 and 1,000 issues beyond Node's start", diff, 'ms', reading, 'read');
writeFileSync(smallest, '');
rmSync(home, { recursive: true });
