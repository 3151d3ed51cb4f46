/**
 * Prints the figures of the program beside a floor that is measured in the same run, and whether they are within their
 * budget; `--json` prints them for `--compare OLD.json`. Never fails: times are another machine's business.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandFigures } from './commands.ts';
import { writeDraft } from './drafts.ts';
import { appendLines, keepKeys } from './keeping.ts';
import { floorOfSaving, keystrokes } from './saving.ts';
import { buildSmallest, firstFrames, installed } from './starting.ts';
import { type Figure, figuresIn, tableOf } from './table.ts';
import { typing } from './typing.ts';

const { json, compare } = parseArgs({
  options: { json: { type: 'boolean' }, compare: { type: 'string' } },
}).values;
const before = compare === undefined ? null : figuresIn(compare);

const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'sanctum-review-bench-'));
const node = process.execPath;
const program = join(root, 'dist', 'sanctum-review.js');
const figures: Figure[] = [];
const add = (what: string, figure: number, unit: string, floor: number, beside: string, limits = {}): void =>
  void figures.push({ what, figure, unit, floor, beside, ...limits });

const resume = (id: string, file = program) => [node, file, 'resume', id];
const statement = 'Summary Statement';
/** Ink says it when it has drawn its own first frame and listens; keys typed before wait in the terminal. */
const takesPastes = '\x1b[?2004h';
const ids = new Map(
  [0, 200, 1000, 10_000].map((count) => [count, writeDraft(home, `issues${count}`, count)]),
);
const draftOf = (issues: number) => ids.get(issues) ?? '';

async function starts(): Promise<void> {
  const shown = await firstFrames(home, {
    bare: [[node, '-e', 'console.log("ready"); setInterval(() => {}, 1000)'], 'ready'],
    ink: [[node, await buildSmallest(root, home)], 'ready'],
    empty: [resume(draftOf(0)), statement],
    issues200: [resume(draftOf(200)), statement],
    installed: [resume(draftOf(200), installed(root, home)), statement],
    taking: [resume(draftOf(200)), takesPastes],
    issues1000: [resume(draftOf(1000)), statement],
    issues10000: [resume(draftOf(10_000)), statement],
  });
  const { bare, ink, empty, issues200 } = shown;
  const first = 'first frame of resume';
  add(`${first}, 200 issues`, issues200.time, 'ms', bare.time, 'bare Node', { goal: { times: 2 } });
  const overInk = { budget: { times: 1.5 } };
  add(`${first}, 200 issues, beside Ink`, issues200.time, 'ms', ink.time, 'smallest Ink program', overInk);
  add(`${first}, 1,000 issues`, shown.issues1000.time, 'ms', empty.time, 'an empty draft');
  const flat = { goal: { times: 1.3 } };
  add(`${first}, 10,000 issues`, shown.issues10000.time, 'ms', empty.time, 'an empty draft', flat);
  const same = { budget: { times: 1.05 } };
  add(`${first}, as npm installs it`, shown.installed.time, 'ms', issues200.time, 'from the checkout', same);
  const taking = { budget: { times: 2.6 }, goal: { times: 1.3 } };
  add('until keys are taken, 200 issues', shown.taking.time, 'ms', ink.time, 'smallest Ink program', taking);
  const memory = { budget: { times: 1.75 }, goal: { times: 1.4 } };
  const { peak } = shown.issues1000;
  add('memory after the start, 1,000 issues', peak, 'MiB', ink.peak, 'smallest Ink program', memory);
}

async function keys(): Promise<void> {
  const typed = await typing(home, {
    cat: [['/bin/cat'], ''],
    empty: [resume(draftOf(0)), takesPastes],
    issues1000: [resume(draftOf(1000)), takesPastes],
    issues10000: [resume(draftOf(10_000)), takesPastes],
  });
  const { cat, empty, issues1000, issues10000 } = typed;
  const limits = {
    p50: { budget: { most: 8 }, goal: { most: 3 } },
    p99: { budget: { most: 15 }, goal: { most: 7 } },
  };
  for (const part of ['p50', 'p99'] as const) {
    const over = empty[part] - cat[part];
    add(`a key over cat, empty draft, ${part}`, over, 'ms', cat[part], 'cat', limits[part]);
    add(`a key over cat, 1,000 issues, ${part}`, issues1000[part] - cat[part], 'ms', over, 'an empty draft');
    const flat = { budget: { times: 2 }, goal: { times: 1.1 } };
    const most = issues10000[part] - cat[part];
    add(`a key over cat, 10,000 issues, ${part}`, most, 'ms', over, 'an empty draft', flat);
  }
  const bytes = { budget: { most: 250 }, goal: { most: 40 } };
  add('bytes for a typed character', empty.bytes, 'B', cat.bytes, 'cat', bytes);
  const { peak } = issues1000;
  add('memory after 320 keys, 1,000 issues', peak, 'MiB', empty.peak, 'an empty draft');
}

async function saving(): Promise<void> {
  const limits = { budget: { most: 1 }, goal: { most: 0.05 } };
  const floor = floorOfSaving(home);
  add('saving one keystroke of a 3 MB draft, p99', keystrokes(home), 'ms', floor, 'one write', limits);
  await keepKeys(home, 5, 500);
  const line = appendLines(home, 5000);
  for (const issues of [30, 300, 3000]) {
    const { p50, p99, save } = await keepKeys(home, issues, 2000);
    const draft = `a draft of ${issues} issues`;
    add(`keeping a key in ${draft}, p50`, p50 * 1000, 'µs', line.p50 * 1000, 'an appended line');
    add(`keeping a key in ${draft}, p99`, p99 * 1000, 'µs', line.p99 * 1000, 'an appended line');
    add(`saving ${draft} when typing pauses`, save, 'ms', line.p50, 'an appended line');
  }
}

try {
  await starts();
  await keys();
  await saving();
  figures.push(...commandFigures(node, program, home));
} finally {
  rmSync(home, { recursive: true, force: true });
}
const result = json ? JSON.stringify(figures, null, 2) : tableOf(figures, before);
process.stdout.write(`${result}\n`);
