/**
 * Prints the figures of the program beside a floor that is measured in the same run, and whether they are within their
 * budget. Never fails: times are another machine's business.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../../src/build/bundle.ts';
import { writeDraft } from './drafts.ts';
import { appendLines, keepKeys } from './keeping.ts';
import { keyTimes, median, processTime, quantile, Screen } from './measure.ts';
import { floorOfSaving, keystrokes } from './saving.ts';

const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'sanctum-review-bench-'));
const node = process.execPath;
const program = join(root, 'dist', 'sanctum-review.js');
const smallest = join(home, 'smallest.mjs');

/** The most that a figure may be: so much by itself, or so many times its floor. */
type Budget = { most: number } | { times: number };

function row(
  what: string,
  figure: number,
  unit: string,
  floor: number,
  floorName: string,
  budget?: Budget,
): void {
  const times = figure / floor;
  const within = !budget || ('most' in budget ? figure <= budget.most : times <= budget.times);
  const allowed = !budget ? '' : 'most' in budget ? `${budget.most} ${unit}` : `${budget.times} ×`;
  const figures = `${figure.toFixed(2).padStart(8)} ${unit.padEnd(4)} ${times.toFixed(2).padStart(7)} ×`;
  const beside = `${floorName} (${floor.toFixed(2)})`;
  const judged = budget ? `${within ? 'within' : 'OVER  '} ${allowed}` : '';
  console.log(`${what.padEnd(46)} ${figures} ${beside.padEnd(34)} ${judged}`.trimEnd());
}

/** Ink with one line of text, bundled as the program is. */
async function buildSmallest(): Promise<void> {
  const source =
    "import { render, Text, useInput } from 'ink'; import { createElement } from 'react'; function App() { useInput(() => {}); return createElement(Text, null, 'ready'); } render(createElement(App), { alternateScreen: true });";
  const { entryPoints: _, outdir, splitting, chunkNames, ...options } = bundleOptions(root, home);
  await build({ ...options, outfile: smallest, stdin: { contents: source, resolveDir: root, loader: 'js' } });
}

interface Shown {
  time: number;
  peak: number;
}

/** Several programs by turns, so that what else the machine does meets all of them. */
async function firstFrames(...programs: [command: string[], text: string][]): Promise<Shown[]> {
  const shown: Shown[][] = programs.map(() => []);
  for (let turn = 0; turn < 9; turn += 1) {
    for (const [at, [command, text]] of programs.entries()) {
      const start = performance.now();
      const screen = new Screen(command, home);
      await screen.until(text);
      const time = performance.now() - start;
      // What is loaded after the first frame counts, too.
      await new Promise((settle) => setTimeout(settle, 500));
      shown[at]?.push({ time, peak: screen.peak() });
      await screen.end();
    }
  }
  return shown.map((all) => ({
    time: median(all.map(({ time }) => time)),
    peak: Math.max(...all.map(({ peak }) => peak)),
  }));
}

async function keys(command: string[], ready: string) {
  const screen = new Screen(command, home);
  await screen.until(ready);
  await keyTimes(screen, 20);
  const { times, bytes } = await keyTimes(screen, 200);
  const peak = screen.peak();
  await screen.end();
  return { p50: median(times), p99: quantile(times, 0.99), bytes: median(bytes), peak };
}

/** The program as npm installs it: unpacked somewhere, and called through a link. */
function installed(): string {
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', home], { cwd: root });
  execFileSync('tar', ['-xf', join(home, packed.toString().trim()), '-C', home]);
  const link = join(home, 'sanctum-review');
  symlinkSync(join(home, 'package', 'dist', 'sanctum-review.js'), link);
  return link;
}

await buildSmallest();
const resume = (id: string, file = program) => [node, file, 'resume', id];
const empty = writeDraft(home, 'empty1', 0);
const twoHundred = writeDraft(home, 'issues200', 200);
const thousand = writeDraft(home, 'issues1000', 1000);
const statement = 'Summary Statement';

/** Ink says it when it has drawn its own first frame and listens; keys typed before wait in the terminal. */
const takesPastes = '\x1b[?2004h';

const [ink, opened, global, taking] = await firstFrames(
  [[node, smallest], 'ready'],
  [resume(twoHundred), statement],
  [resume(twoHundred, installed()), statement],
  [resume(twoHundred), takesPastes],
);
if (!ink || !opened || !global || !taking) throw new Error('nothing was measured');
row('first frame of resume, 200 issues', opened.time, 'ms', ink.time, 'smallest Ink program', { times: 1.5 });
row('the same as npm installs it', global.time, 'ms', opened.time, 'from the checkout', { times: 1.05 });

row('the same until Ink takes the keys', taking.time, 'ms', ink.time, 'smallest Ink program');

const echo = await keys(['/bin/cat'], '');
const few = await keys(resume(empty), statement);
const many = await keys(resume(thousand), statement);
const overCat = (figure: 'p50' | 'p99') => [many[figure] - echo[figure], few[figure] - echo[figure]] as const;
for (const [figure, most] of [
  ['p50', 7],
  ['p99', 15],
] as const) {
  const [mine, emptys] = overCat(figure);
  row(`a key, 1,000 issues, ${figure} over cat`, mine, 'ms', echo[figure], 'cat itself', { most });
  row('the same', mine, 'ms', emptys, 'an empty draft', { times: 1.2 });
}
row('bytes written for a key', many.bytes, 'B', echo.bytes, 'cat', { most: 250 });
row('memory at its peak, 1,000 issues', many.peak, 'MiB', ink.peak, 'smallest Ink program', { times: 1.5 });
row('memory at its peak, an empty draft', few.peak, 'MiB', ink.peak, 'smallest Ink program');
const saved = keystrokes(home);
row('saving one keystroke of a 3 MB draft, p99', saved, 'ms', floorOfSaving(home), 'one write', { most: 1 });

await keepKeys(home, 5, 500);
const line = appendLines(home, 5000);
for (const issues of [30, 300, 3000]) {
  const { size, p50, p99, save } = await keepKeys(home, issues, 2000);
  const draft = `a draft of ${Math.round(size / 1024)} KiB`;
  row(`keeping a key in ${draft}, p50`, p50 * 1000, 'µs', line.p50 * 1000, 'an appended line');
  row(`keeping a key in ${draft}, p99`, p99 * 1000, 'µs', line.p99 * 1000, 'an appended line');
  row(`saving ${draft} when typing pauses`, save, 'ms', line.p50, 'an appended line');
}

const bare = median(Array.from({ length: 5 }, () => processTime([node, '-e', '0'])));
const before = { render: 0, read: 0 };
for (const issues of [1000, 10_000]) {
  const file = join(home, 'drafts', `${writeDraft(home, `issues${issues}`, issues)}.json`);
  const report = join(home, `${issues}.md`);
  const render = median(Array.from({ length: 5 }, () => processTime([node, program, 'render', file]))) - bare;
  processTime([node, program, 'render', file, '-o', report, '--force']);
  const read = median(Array.from({ length: 3 }, () => processTime([node, program, 'read', report]))) - bare;
  const large = issues === 10_000;
  row(
    `render of ${issues} issues beyond Node's start`,
    render,
    'ms',
    bare,
    'bare Node',
    ...(large ? [{ most: 500 }] : []),
  );
  row(`read of ${issues} issues beyond Node's start`, read, 'ms', render, 'render', { times: 4 });
  if (large) {
    row('render of ten times as many issues', render, 'ms', before.render, 'of 1,000', { times: 10 });
    row('read of ten times as many issues', read, 'ms', before.read, 'of 1,000', { times: 11 });
  }
  Object.assign(before, { render, read });
}
const report = join(home, '1000.md');
const [earlier, later] = [writeDraft(home, 'earlier', 1000), join(home, 'later00.json')];
const file = join(home, 'drafts', `${earlier}.json`);
// Another draft, in which every issue is told anew a few lines further down: none is the same to the letter.
writeFileSync(
  later,
  readFileSync(file, 'utf8')
    .replace('"earlier"', '"later00"')
    .replaceAll(':82"', ':90"')
    .replaceAll('discard', 'drop'),
);
const reading = median(Array.from({ length: 3 }, () => processTime([node, program, 'read', report]))) - bare;
const diff =
  median(Array.from({ length: 3 }, () => processTime([node, program, 'diff', report, later]))) - bare;
row("diff of 1,000 and 1,000 issues beyond Node's start", diff, 'ms', reading, 'read');
rmSync(home, { recursive: true });
