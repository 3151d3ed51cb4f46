import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';
import type { Terminal } from './terminal.ts';

const begin = async () => {
  const here = surroundings();
  const terminal = here.start(['new']);
  await terminal.sees('▌ Review Date');
  return { here, terminal };
};

test('what comes in one read is taken in its order, and keys that come in pieces are whole', async () => {
  const { here, terminal } = await begin();
  await terminal.press('tab').sees('▌ Reviewer suggested: Ada Park, Enter accepts');
  terminal.atOnce('a', 'b', 'c', 'backspace', 'd', 'backspace', 'backspace', 'x', 'y', 'z');
  await terminal.sees('▌ Reviewer axyz');

  await terminal.press('tab').sees('▌ Application Version suggested');
  terminal.atOnce('A', '\x1b[200~da\nPa\x1b[201~', 'backspace', 'p', '!', 'tab');
  await terminal.sees('▌ Review Type');

  // An emoji and an arrow, byte by byte.
  terminal.press('ctrl+u');
  for (const byte of Buffer.from('b🦊\x1b[Da')) terminal.send(Buffer.of(byte));
  await terminal.sees('▌ Review Type ba🦊');

  await terminal.press('pagedown').sees('▌ Overall Risk Assessment');
  await terminal.sees('○ CRITICAL');
  terminal.atOnce('down', 'down', 'down', 'enter');
  await terminal.sees('▌ Deployment Recommendation');
  await leave(terminal);
  expect(here.draft().review.answers).toEqual({
    reviewer: { value: 'axyz' },
    version: { value: 'Ada Pp!' },
    'review-type': { value: 'ba🦊' },
    risk: { value: 'MEDIUM' },
  });
});

async function leave(terminal: Terminal): Promise<void> {
  expect((await terminal.press('ctrl+c').ended()).code).toBe(0);
}

const choices = [
  ['Overall Risk Assessment', 'risk', ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']],
  ['Deployment Recommendation', 'recommendation', ['GO', 'CONDITIONAL GO', 'NO-GO']],
] as const;

test('what Enter records of a choice is what the screen showed as chosen', async () => {
  const { here, terminal } = await begin();
  terminal.press('pagedown');
  for (const [label, , options] of choices) {
    await terminal.sees(`▌ ${label}`);
    const chosen = () => /(?:❯(?: \d \([ •]\)|○)|●) ([A-Z-]+(?: [A-Z]+)?)/.exec(terminal.screen())?.[1];
    for (const [index, option] of options.entries()) {
      await terminal.until('nothing is chosen yet', () => chosen() === undefined);
      // Apart, with a look at the screen in between.
      const downs = options.slice(0, index + 1).map(() => 'down');
      for (const [at, down] of downs.entries()) {
        terminal.press(down);
        await terminal.until('the next one is chosen', () => chosen() === options[at]);
      }
      expect(chosen()).toBe(option);
      await terminal
        .press('tab')
        .until('left without an answer', (screen) => !screen.includes('❯') || chosen() !== option);
      await terminal.press('shift+tab').sees(`▌ ${label}`);
      await terminal.until('nothing is chosen', () => chosen() === undefined);

      // And in one read.
      terminal.atOnce(...downs, 'enter', 'shift+tab');
      await terminal.until(
        `${option} is chosen`,
        (screen) => screen.includes(`▌ ${label}`) && chosen() === option,
      );
      terminal.press('backspace');
      await terminal.until('nothing is chosen', () => chosen() === undefined);
      terminal.press('ctrl+z');
      await terminal.until('it is back', () => chosen() === option);
      terminal.press('backspace');
      await terminal.until('nothing is chosen', () => chosen() === undefined);
    }
    terminal.atOnce('down', 'down', 'down', 'enter');
  }
  await leave(terminal);
  const { answers } = here.draft().review;
  for (const [, id, options] of choices) expect(answers[id]).toEqual({ value: options[2] });
});
