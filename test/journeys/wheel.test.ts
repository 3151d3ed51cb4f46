import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

/** What a terminal in mode 1007 sends for a notch of its wheel. */
const notch = (key: 'up' | 'down') => [key, key, key];

test('a wheel that was none of the arrow keys is that again in an editor, and in the end', async () => {
  const here = surroundings();
  const editor = join(here.repository, 'waits');
  writeFileSync(editor, '#!/bin/sh\necho WAITING; read line\n');
  chmodSync(editor, 0o755);
  const terminal = here.start(['new'], { columns: 100, env: { VISUAL: editor } });
  await terminal.sees('▌ Review Date');
  expect(terminal.modes().wheel).toBe(true);
  await terminal.press('ctrl+o').sees('WAITING');
  expect(terminal.modes().wheel).toBe(false);
  await terminal.press('enter').sees('▌ Review Date');
  expect(terminal.modes().wheel).toBe(true);
  await terminal.press('ctrl+c').ended();
  expect(terminal.modes()).toMatchObject({ alternateScreen: false, wheel: false });
});

test('the wheel scrolls preview and help, moves in a form, and changes no answer', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { wheel: true });
  await terminal.sees('▌ Review Date');
  expect(terminal.modes().wheel).toBe(true);
  await terminal.press('ctrl+p').sees('line 1–');
  await terminal.atOnce(...notch('down'), ...notch('down')).sees('line 7–');
  await terminal.atOnce(...notch('up')).sees('line 4–');
  await terminal.press('escape').sees('▌ Review Date');
  await terminal.press('\x1bOP').sees('1–18 of');
  await terminal.atOnce(...notch('down')).sees('4–21 of');
  await terminal.press('escape').sees('▌ Review Date');
  await terminal.press('pagedown').sees('○ CRITICAL');
  await terminal.atOnce(...notch('down')).sees('❯○ MEDIUM');
  await terminal.press('tab').sees('▌ Deployment Recommendation');
  await terminal.atOnce(...notch('down'), ...notch('up')).sees('❯ 3 ( ) NO-GO');
  await terminal.press('pagedown').sees('▌ + add an issue');
  terminal.atOnce(...notch('up'), ...notch('down'));
  await terminal.press('ctrl+c').ended();
  expect(terminal.modes()).toMatchObject({ alternateScreen: false, wheel: true });
  // A draft in which nothing was done is not kept.
  expect(here.ids()).toEqual([]);
});
