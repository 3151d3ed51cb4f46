import { Text, useApp, useInput } from 'ink';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { mount } from '../../../src/tui/input/mount.tsx';
import { Terminal } from '../terminal.ts';

const enter = '\x1b[?1049h';
const leave = '\x1b[?1049l';

function Asked() {
  const { exit } = useApp();
  const [broken, setBroken] = useState(false);
  useInput((input) => {
    if (input === 'q') exit('the end');
    if (input === 'b') setBroken(true);
  });
  if (broken) throw new Error('broken while drawing');
  return <Text>ready</Text>;
}

/** Mounts on a terminal in memory; `drawn()` is all that was written to it. */
async function mounted(env: Record<string, string> = {}, painted = false) {
  const [stdin, stdout, stderr] = [new Terminal(), new Terminal(), new Terminal()];
  let drawn = '';
  let rawAtFirst: boolean | undefined;
  stdout.on('data', (data) => {
    rawAtFirst ??= stdin.raw;
    drawn += data;
  });
  const streams = { stdin: stdin.asInput, stdout: stdout.asOutput, stderr: stderr.asOutput };
  const ended = mount(<Asked />, { env, ...streams }, painted);
  ended.catch(() => {});
  await vi.waitFor(() => expect(drawn).toContain('ready'));
  return { stdin, ended, drawn: () => drawn, rawAtFirst };
}

const given = (drawn: string): boolean => drawn.lastIndexOf(leave) > drawn.lastIndexOf(enter);

test('shows a screen of its own with pastes marked, and gives the value and the terminal back', async () => {
  const { stdin, ended, drawn } = await mounted({ CI: 'true' });
  expect(drawn()).toContain(enter);
  expect(drawn()).toContain('\x1b[?2004h');
  expect(stdin.raw).toBe(true);
  stdin.write('q');
  expect(await ended).toBe('the end');
  expect(given(drawn())).toBe(true);
  expect(drawn().lastIndexOf('\x1b[?2004l')).toBeGreaterThan(drawn().lastIndexOf('\x1b[?2004h'));
  expect(stdin.raw).toBe(false);
});

test('an exception while drawing gives the terminal back before it is known', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { stdin, ended, drawn } = await mounted();
  stdin.write('b');
  await expect(ended).rejects.toThrow('broken while drawing');
  expect(given(drawn())).toBe(true);
  expect(stdin.raw).toBe(false);
});

test('the keyboard is taken before anything is drawn: no key of a quick typist is edited or echoed', async () => {
  const { stdin, ended, rawAtFirst } = await mounted();
  expect(rawAtFirst).toBe(true);
  stdin.write('q');
  await ended;
});

test('a first frame that is there already stays until the one that takes its place is drawn', async () => {
  const { stdin, ended, drawn } = await mounted({}, true);
  expect(drawn()).not.toContain(enter);
  expect(drawn().split('\x1b[2J')).toHaveLength(2);
  expect(drawn().slice(drawn().indexOf('\x1b[2J'))).toContain('ready');
  stdin.write('q');
  await ended;
  expect(drawn()).toContain(leave);
});
