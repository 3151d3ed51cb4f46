import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

test('typing at a thousand keys a second loses none, and all of it is on the screen', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 100, rows: 40 });
  await terminal.sees('▌ Review Date');
  await terminal.press('pagedown', 'tab', 'tab').sees('▌ Summary Statement');

  const words = Array.from({ length: 60 }, (_, at) => `word${at}`);
  const text = words.join(' ');
  const began = performance.now();
  for (let sent = 0; sent < text.length; ) {
    // As many as are due: a timer that is late catches up.
    const due = Math.min(text.length, Math.ceil(performance.now() - began));
    for (; sent < due; sent++) terminal.press(text[sent] ?? '');
    await pause(1);
  }

  await terminal.sees('word59');
  const shown =
    terminal
      .screen()
      .match(/word\d+/g)
      ?.map((word) => Number(word.slice(4))) ?? [];
  expect(shown.length).toBeGreaterThan(30);
  expect(shown).toEqual(Array.from({ length: shown.length }, (_, at) => 60 - shown.length + at));
  expect((await terminal.press('ctrl+c').ended()).code).toBe(0);
  expect(here.draft().review.answers.summary).toEqual({ value: text });
}, 60_000);
