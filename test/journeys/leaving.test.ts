import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

const untouched = { alternateScreen: false, cursor: true, bracketedPaste: false, wheel: false };

test.for([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s while typing keeps the text and gives the terminal back', async ([signal, code]) => {
  const here = surroundings();
  const terminal = here.start(['new'], { after: 'stty -a' });
  await terminal.sees('▌ Review Date');
  terminal.press('tab').type('Grace Hop');
  await terminal.sees('▌ Reviewer Grace Hop');
  expect(terminal.modes()).toMatchObject({ alternateScreen: true, bracketedPaste: true, wheel: true });

  const ended = await terminal.kill(signal).ended();

  const { id, review } = here.draft();
  expect(review.answers.reviewer).toEqual({ value: 'Grace Hop' });
  expect(ended.code).toBe(code);
  expect(terminal.modes()).toEqual(untouched);
  expect(ended.screen).toContain(`sanctum-review resume ${id}`);
  // Lines, echo and Ctrl+C are the terminal's own again.
  expect(ended.screen).toMatch(/(?<!-)icanon/);
  expect(ended.screen).toMatch(/(?<!-)\becho\b/);
  expect(ended.screen).toMatch(/(?<!-)isig/);
});

test('Ctrl+C leaves with 0, the terminal as it was and a last line that says how to go on', async () => {
  const here = surroundings();
  const terminal = here.start(['new']);
  await terminal.sees('▌ Review Date');
  terminal.atOnce('tab', 'G', 'r', 'a', 'ctrl+c');

  const ended = await terminal.ended();

  const { id, review } = here.draft();
  expect(review.answers.reviewer).toEqual({ value: 'Gra' });
  expect(ended.code).toBe(0);
  expect(ended.screen.split('\n').at(-1)).toContain(`sanctum-review resume ${id}`);
  expect(terminal.modes()).toEqual(untouched);
});

test('a review in which nothing was done is no draft, left by Ctrl+C or killed; one word makes it one', async () => {
  const here = surroundings();
  const looking = here.start(['new']);
  await looking.sees('▌ Review Date');
  looking.press('pagedown', 'pagedown', 'pageup', 'ctrl+c');
  const ended = await looking.ended();
  expect(ended.code).toBe(0);
  expect(ended.screen).toContain('no draft was kept');
  expect(here.ids()).toEqual([]);

  const killed = here.start(['new']);
  await killed.sees('▌ Review Date');
  await killed.kill('SIGKILL').ended();
  expect(here.ids()).toHaveLength(1);
  const typing = here.start(['new']);
  await typing.sees('▌ Review Date');
  typing.press('tab').type('x').press('backspace', 'ctrl+c');
  await typing.ended();
  expect(here.ids()).toHaveLength(2);
  const home = here.start([]);
  await home.sees('1 draft');
  home.press('ctrl+c');
  await home.ended();
  expect(here.ids()).toHaveLength(1);
});
