import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { expect, test, vi } from 'vitest';
import { openStore } from '../../src/drafts/store/store.ts';
import { compiled } from '../compiled.ts';
import { given } from '../drafts/given.ts';
import { surroundings } from '../journeys/surroundings.ts';
import { isLong, runs } from '../runs.ts';
import { mountable, readOnlyWays, smallDisk } from './limits.ts';

const untouched = { alternateScreen: false, cursor: true, bracketedPaste: false, wheel: false };
const patience = { timeout: 20_000, interval: 20 };

const bundle = resolve('dist/sanctum-review.js');

type Surroundings = ReturnType<typeof surroundings>;

/** The reviewer's name, in the only draft as the next start would find it. */
function reviewer(here: Surroundings): string {
  const store = openStore({ home: here.home, now: () => new Date() });
  const draft = store.load(given(store.list()).drafts[0]?.id ?? '');
  const answer = draft.ok ? draft.value.review.answers.reviewer : undefined;
  return answer && 'value' in answer ? String(answer.value) : '';
}

async function typing(here: Surroundings, setting: Parameters<Surroundings['start']>[1] = {}) {
  const terminal = here.start(['new'], setting);
  await terminal.sees('▌ Review Date');
  terminal.press('tab').type('Grace Hop');
  await terminal.sees('▌ Reviewer Grace Hop');
  return terminal;
}

/** Makes the program do something on SIGUSR2. */
function onSignal(here: Surroundings, what: string) {
  const file = join(here.repository, 'trap.mjs');
  writeFileSync(file, `process.on('SIGUSR2', () => { ${what} });`);
  return { NODE_OPTIONS: `--import=${file}` };
}

test.for([
  ['an exception', "throw new Error('out of luck')"],
  ['a rejection', "Promise.reject(new Error('out of luck'))"],
] as const)('%s: saved, the terminal as it was, the draft on the last line', async ([, what]) => {
  const here = surroundings();
  const terminal = await typing(here, { columns: 160, env: onSignal(here, what) });
  const { code, screen } = await terminal.kill('SIGUSR2').ended();
  expect(reviewer(here)).toBe('Grace Hop');
  expect(code).toBe(2);
  expect(terminal.modes()).toEqual(untouched);
  expect(screen).toContain('out of luck');
  expect(screen.split('\n').at(-1)).toContain(`sanctum-review resume ${here.draft().id}`);
});

test.for([
  ['an end in the engine itself', 'process.abort()'],
  ['no more memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));'],
] as const)('%s loses nothing', async ([, what]) => {
  const here = surroundings();
  const { NODE_OPTIONS } = onSignal(here, what);
  const env = { NODE_OPTIONS: `${NODE_OPTIONS} --max-old-space-size=150` };
  const terminal = await typing(here, { env });
  await terminal.kill('SIGUSR2').ended();
  expect(reviewer(here)).toBe('Grace Hop');
});

test('a clock that is set back while typing changes nothing: order, lock, saving and snapshots', async () => {
  const here = surroundings();
  const hours = 3 * 60 * 60 * 1000;
  const setBack = `
    const Before = Date;
    globalThis.Date = class extends Before {
      constructor(...given) { given.length > 0 ? super(...given) : super(Before.now() - ${hours}); }
      static now() { return Before.now() - ${hours}; }
    };`;
  const terminal = await typing(here, { columns: 120, env: onSignal(here, setBack) });
  await terminal.until('it is saved', (screen) => / saved \d/.test(screen));
  const [id = ''] = here.ids();
  terminal.kill('SIGUSR2').type('per');
  await terminal.sees('▌ Reviewer Grace Hopper');
  await terminal.until('it is being saved', (screen) => /sav(ing|ed)/.test(screen));
  const second = here.start(['resume'], { columns: 120 });
  // It is painted before the program is loaded that takes keys.
  await second.sees('READ-ONLY');
  second.type('?');
  await second.sees('Read-only: the draft is open in');
  terminal.type(' Jr').press('ctrl+s');
  await terminal.sees('Saved.');
  terminal.type('.');
  await terminal.sees('Grace Hopper Jr.');
  expect(second.screen()).toContain('READ-ONLY');
  await terminal.kill('SIGKILL').ended();
  await second.sees('you can edit now');
  await second.sees('▌ Reviewer Grace Hopper Jr.');
  await second.press('ctrl+c').ended();
  expect(reviewer(here)).toBe('Grace Hopper Jr.');
  expect(await here.run(['drafts', 'history', id])).toMatchObject({ code: 0 });
});

test('a terminal window that is closed while typing', async () => {
  const here = surroundings();
  const env = {
    PATH: process.env.PATH,
    HOME: here.repository,
    SANCTUM_REVIEW_HOME: here.home,
    ...compiled,
  };
  const pty = spawn(process.execPath, [bundle, 'new'], { cols: 80, rows: 24, cwd: here.repository, env });
  let seen = '';
  pty.onData((data) => {
    seen += data;
  });
  await vi.waitFor(() => expect(seen).toContain('Reviewer'), patience);
  pty.write('\t\x15');
  for (const letter of 'Grace Hop') pty.write(letter);
  await vi.waitFor(() => expect(reviewer(here)).toBe('Grace Hop'), patience);
  pty.write('per');
  (pty as unknown as { destroy(): void }).destroy();
  await vi.waitFor(() => expect(() => process.kill(pty.pid, 0)).toThrow(), patience);
  expect('Grace Hopper'.startsWith(reviewer(here)) && reviewer(here).length >= 9).toBe(true);
  expect(here.draft().review.answers.reviewer).toEqual({ value: reviewer(here) });
});

test('saved at a SIGINT from elsewhere, a draft keeps its bytes when it is left untouched, and can be undone, also after a kill', async () => {
  const here = surroundings();
  const { screen } = await (await typing(here)).kill('SIGINT').ended();
  expect(screen.split('\n').at(-1)).toContain('sanctum-review resume');
  expect(reviewer(here)).toBe('Grace Hop');
  const { id } = here.draft();
  const file = join(here.home, 'drafts', `${id}.json`);
  const before = { bytes: readFileSync(file), time: statSync(file).mtimeMs, files: here.files() };
  for (let n = 0; n < runs(1, 2); n += 1) {
    const terminal = here.start(['resume']);
    await terminal.sees('▌ Reviewer Grace Hop');
    await terminal.press('ctrl+c').ended();
    expect(readFileSync(file)).toEqual(before.bytes);
  }
  expect({ bytes: readFileSync(file), time: statSync(file).mtimeMs, files: here.files() }).toEqual(before);

  const again = here.start(['resume']);
  await again.sees('▌ Reviewer Grace Hop');
  again.type('per');
  await again.sees('▌ Reviewer Grace Hopper');
  again.press('ctrl+z');
  await again.until('the last word is gone', (screen) => !screen.includes('Hopper'));
  await again.kill('SIGKILL').ended();
  const third = here.start(['resume']);
  await third.sees('▌ Reviewer Grace Hop');
  third.press('ctrl+y');
  await third.sees('▌ Reviewer Grace Hopper');
  third.press('ctrl+z', 'ctrl+z', 'ctrl+z');
  await third.sees('▌ Reviewer suggested: Ada Park');
});

/** A disk that is full, in the ways that can be had here; the first is to be had everywhere. */
const fullWays = ['a limit on the size of files', ...(mountable ? ['a disk of 64 KiB'] : [])];

test.each(fullWays)(
  '%s that is reached while typing loses nothing: a banner until there is room',
  async (way) => {
    const here = surroundings();
    const limited = way !== 'a disk of 64 KiB';
    if (!limited) smallDisk(here.home, 64);
    const terminal = await typing(here, {
      columns: 120,
      ...(limited ? { under: "trap '' XFSZ; ulimit -f 128" } : {}),
    });
    await vi.waitFor(
      () => expect(here.draft().review.answers.reviewer).toEqual({ value: 'Grace Hop' }),
      patience,
    );
    const saved = () => JSON.parse(readFileSync(join(here.home, 'drafts', `${here.ids()[0]}.json`), 'utf8'));
    const filler = join(here.home, 'filler');
    if (!limited) expect(() => writeFileSync(filler, 'x'.repeat(200_000))).toThrow('ENOSPC');
    const size = limited ? 90_000 : 9000;
    terminal.type('per');
    terminal.paste(` of ${'y'.repeat(size)}`);
    await terminal.sees('Not saved');
    terminal.type('z');
    await terminal.sees('yz');
    expect(terminal.screen()).toContain('Not saved');
    expect(saved().review.answers.reviewer).toBeDefined();
    if (limited) terminal.press('ctrl+z', 'ctrl+z').type('!');
    else rmSync(filler);
    await terminal.until('the banner is gone', (screen) => !screen.includes('Not saved'));
    await terminal.kill('SIGKILL').ended();
    expect(reviewer(here)).toBe(limited ? 'Grace Hopper!' : `Grace Hopper of ${'y'.repeat(size)}z`);
  },
);

/** One way stands for the others where there are few turns. */
const waysTried = isLong ? readOnlyWays : readOnlyWays.slice(0, 1);

test.each(waysTried)(
  'a folder that cannot be written, as %s, and then can: banner, nothing lost',
  async (_, forbid) => {
    const here = surroundings();
    const terminal = await typing(here, { columns: 120 });
    // Not before the first save: it makes files besides.
    await terminal.until('it is saved', (screen) => / saved \d/.test(screen));
    const allow = forbid(join(here.home, 'drafts'));
    terminal.type('per');
    await terminal.sees('Hopper');
    terminal.press('ctrl+s');
    await terminal.sees('Not saved');
    terminal.type(' Jr');
    await terminal.sees('Hopper Jr');
    allow();
    await terminal.until('the banner is gone', (screen) => !screen.includes('Not saved'));
    await terminal.kill('SIGKILL').ended();
    expect(reviewer(here)).toBe('Grace Hopper Jr');
  },
);

test.each(waysTried)(
  'Ctrl+C while nothing can be saved, as %s, says so first, and leaves when it is pressed again',
  async (_, forbid) => {
    const here = surroundings();
    const terminal = await typing(here, { columns: 120 });
    await terminal.until('it is saved', (screen) => / saved \d/.test(screen));
    forbid(join(here.home, 'drafts'));
    terminal.type('per').press('ctrl+s');
    await terminal.sees('Not saved: ');
    terminal.press('ctrl+c');
    await terminal.sees('press Ctrl+C again to leave');
    terminal.type('z');
    await terminal.sees('Hopperz');
    terminal.press('ctrl+c');
    await terminal.sees('press Ctrl+C again to leave');
    const { code, screen } = await terminal.press('ctrl+c').ended();
    expect(screen).toContain('could not be saved');
    expect(code).toBe(2);
  },
);
