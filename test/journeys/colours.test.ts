import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';
import type { Terminal } from './terminal.ts';

/** Numbers of SGR: 30 to 37 and their kin are the 16 colours of the terminal, 38 and 48 are others. */
const colour = /^(?:3[0-7]|4[0-7]|9[0-7]|10[0-7])$/;
const other = /^[345]8$/;

/** What the program sets in SGR on its first screen, and on several others where they are wanted. */
async function settings(env: Record<string, string>, isFirstOnly = false): Promise<Set<string>> {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 160, rows: 40, env });
  await terminal.sees('▌ Review Date');
  if (!isFirstOnly) await lookAround(terminal);
  await terminal.press('ctrl+c').ended();
  return new Set(
    [...terminal.written.matchAll(/\x1b\[([\d;]*)m/g)].flatMap(([, all = '']) => all.split(';')),
  );
}

async function lookAround(terminal: Terminal): Promise<void> {
  await terminal.press('pagedown').sees('▌ Overall Risk Assessment');
  await terminal.press('pagedown', 'a').sees('▌ Title');
  await terminal.press('ctrl+r').sees('What it means');
  await terminal.press('escape').sees('▌ Title');
  await terminal.press('ctrl+p').sees('line ');
  await terminal.press('escape').sees('▌ Title');
  await terminal.press('ctrl+g').sees('any part of a name');
  await terminal.press('escape').until('the list is gone', (screen) => !screen.includes('╰'));
}

const some = (all: Set<string>, form: RegExp) => [...all].filter((one) => form.test(one));

test('only the 16 colours of the terminal are used, where there are no wishes; an empty NO_COLOR is none', async () => {
  const all = await settings({ COLORTERM: 'truecolor', NO_COLOR: '' });
  expect(some(all, colour)).not.toEqual([]);
  expect(some(all, other)).toEqual([]);
});

test('with NO_COLOR there is no colour, and what it says is bold', async () => {
  const all = await settings({ NO_COLOR: '1' });
  expect([...some(all, colour), ...some(all, other)]).toEqual([]);
  expect(all.has('1')).toBe(true);
});

test('FORCE_COLOR=0 takes all looks away, FORCE_COLOR=1 gives colours', async () => {
  expect(await settings({ FORCE_COLOR: '0' })).toEqual(new Set());
  expect(some(await settings({ FORCE_COLOR: '1', TERM: 'vt100' }, true), colour)).not.toEqual([]);
});
