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
import { peers } from './peers.ts';
import { floorOfSaving, keystrokes } from './saving.ts';
import { buildInk, firstFrames, installed } from './starting.ts';
import { type Figure, figuresIn, tableOf } from './table.ts';
import { restAfterKey, typing } from './typing.ts';

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
  [0, 200, 1000, 10_000, 100_000].map((count) => [count, writeDraft(home, `issues${count}`, count)]),
);
const draftOf = (issues: number) => ids.get(issues) ?? '';
/** What is noted of a draft when it is left, and not when its window is killed. */
const noteOf = (id: string) => join(home, 'snapshots', id, 'left.json');
/** A home as a reviewer has it: a few drafts of usual size. */
const few = join(home, 'few');
for (let at = 0; at < 5; at += 1) writeDraft(few, `review${at}`, 30);
/** Other makers of prompts, to compare with; none where they cannot be had. */
const others = peers(node, root, home);

async function starts(): Promise<void> {
  const shown = await firstFrames(home, {
    bare: [[node, '-e', 'console.log("ready"); setInterval(() => {}, 1000)'], 'ready'],
    ink: [[node, await buildInk(root, home, 'smallest')], 'ready'],
    empty: [resume(draftOf(0)), statement],
    issues200: [resume(draftOf(200)), statement],
    killed: [
      ['/bin/sh', '-c', 'rm -f "$0"; exec "$@"', noteOf(draftOf(200)), ...resume(draftOf(200))],
      statement,
    ],
    drafts: [['/usr/bin/env', `SANCTUM_REVIEW_HOME=${few}`, node, program], 'New review'],
    installed: [resume(draftOf(200), installed(root, home)), statement],
    taking: [resume(draftOf(200)), takesPastes],
    issues1000: [resume(draftOf(1000)), statement],
    issues10000: [resume(draftOf(10_000)), statement],
    ...others,
  });
  const [bare, ink] = [shown('bare'), shown('ink')];
  const time = (what: string, of: string, floor: string, beside: string, limits = {}) =>
    add(what, shown(of).time, 'ms', shown(floor).time, beside, limits);
  const first = 'first frame of resume';
  time(`${first}, 200 issues`, 'issues200', 'bare', 'bare Node', { goal: { times: 2 } });
  const overInk = { budget: { times: 1.5 } };
  time(`${first}, 200 issues, beside Ink`, 'issues200', 'ink', 'smallest Ink program', overInk);
  time(`${first}, 200 issues, after a kill`, 'killed', 'bare', 'bare Node');
  time('first frame of the home screen, five drafts', 'drafts', 'ink', 'smallest Ink program');
  time(`${first}, 1,000 issues`, 'issues1000', 'empty', 'an empty draft');
  time(`${first}, 10,000 issues`, 'issues10000', 'empty', 'an empty draft', { goal: { times: 1.3 } });
  const same = { budget: { times: 1.05 } };
  time(`${first}, as npm installs it`, 'installed', 'issues200', 'from the checkout', same);
  const taking = { budget: { times: 2.6 }, goal: { times: 1.3 } };
  time('until keys are taken, 200 issues', 'taking', 'ink', 'smallest Ink program', taking);
  const memory = { budget: { times: 1.75 }, goal: { times: 1.4 } };
  const { peak } = shown('issues1000');
  add('memory after the start, 1,000 issues', peak, 'MiB', ink.peak, 'smallest Ink program', memory);
  for (const name of Object.keys(others))
    add(`first frame of ${name}`, shown(name).time, 'ms', bare.time, 'bare Node');
}

async function keys(): Promise<void> {
  const typed = await typing(home, {
    cat: [['/bin/cat'], ''],
    // The caret is on the first letter of it, in other colours.
    field: [[node, await buildInk(root, home, 'field')], 'eady'],
    empty: [resume(draftOf(0)), takesPastes],
    issues1000: [resume(draftOf(1000)), takesPastes],
    issues10000: [resume(draftOf(10_000)), takesPastes],
    ...others,
  });
  const cat = typed('cat');
  const limits = {
    p50: { budget: { most: 4 }, goal: { most: 3 } },
    p99: { budget: { most: 10 }, goal: { most: 7 } },
  };
  for (const part of ['p50', 'p99'] as const) {
    const over = (name: string) => typed(name)[part] - cat[part];
    add(`a key over cat, empty draft, ${part}`, over('empty'), 'ms', cat[part], 'cat', limits[part]);
    add(
      `a key over cat, empty draft, ${part}, beside Ink`,
      over('empty'),
      'ms',
      over('field'),
      'one Ink field',
    );
    add(`a key over cat, 1,000 issues, ${part}`, over('issues1000'), 'ms', over('empty'), 'an empty draft');
    const flat = { budget: { times: 1.3 }, goal: { times: 1.1 } };
    add(
      `a key over cat, 10,000 issues, ${part}`,
      over('issues10000'),
      'ms',
      over('empty'),
      'an empty draft',
      flat,
    );
    for (const name of Object.keys(others))
      add(`a key over cat, ${name}, ${part}`, over(name), 'ms', over('field'), 'one Ink field');
  }
  const bytes = { budget: { most: 40 }, goal: { most: 40 } };
  add('bytes for a typed character', typed('empty').bytes, 'B', cat.bytes, 'cat', bytes);
  for (const name of Object.keys(others))
    add(`bytes for a typed character, ${name}`, typed(name).bytes, 'B', cat.bytes, 'cat');
  add(
    'memory after 320 keys, 1,000 issues',
    typed('issues1000').peak,
    'MiB',
    typed('empty').peak,
    'an empty draft',
  );
}

async function rests(): Promise<void> {
  let floor = await restAfterKey(home, [resume(draftOf(0)), takesPastes]);
  for (const [issues, than] of [
    [1000, 'an empty draft'],
    [10_000, 'a tenth as many'],
    [100_000, 'a tenth as many'],
  ] as const) {
    const spent = await restAfterKey(home, [resume(draftOf(issues)), takesPastes]);
    const what = `processor after a key until it rests, ${issues.toLocaleString('en')} issues`;
    add(what, spent, 'ms', Math.max(10, floor), than, issues === 10_000 ? { goal: { most: 50 } } : {});
    floor = spent;
  }
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
  await rests();
  await saving();
  figures.push(...commandFigures(node, program, home));
} finally {
  rmSync(home, { recursive: true, force: true });
}
const result = json ? JSON.stringify(figures, null, 2) : tableOf(figures, before);
process.stdout.write(`${result}\n`);
