import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

/** A key as kitty's protocol writes it: pressed, and let go. */
const key = (code: number, modifiers = 1): string =>
  `\x1b[${code};${modifiers}:1u\x1b[${code};${modifiers}:3u`;
const typed = (text: string): string[] =>
  Array.from(text, (letter) => key(letter.toLowerCase().codePointAt(0) ?? 0, /[A-Z]/.test(letter) ? 2 : 1));
const [shift, alt, ctrl, superKey] = [2, 3, 5, 9] as const;
const [tab, enter, esc, backspace] = [9, 13, 27, 127] as const;
const letter = (one: string): number => one.codePointAt(0) ?? 0;

test('a terminal that sends every key as a sequence, and when it is let go, works as any other', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 100, rows: 30 });
  await terminal.sees('▌ Review Date');
  terminal.press(key(tab), key(letter('u'), ctrl), ...typed('Grace Hoppr'), key(backspace), ...typed('er'));
  await terminal.sees('▌ Reviewer Grace Hopper');
  // Ctrl+I is not Tab here, Ctrl+Shift+C not Ctrl+C, and no letter of a chord is text.
  terminal.press(key(letter('i'), ctrl), key(letter('c'), 6), key(letter('q'), superKey), ...typed('!'));
  await terminal.sees('▌ Reviewer Grace Hopper!');
  await terminal.press(key(letter('z'), ctrl)).until('undone', (screen) => !screen.includes('Hopper!'));
  await terminal.press(key(letter('z'), 6)).sees('Hopper!');
  await terminal.press(key(tab, shift)).sees('▌ Review Date');
  await terminal.press(key(letter('n'), alt)).sees('does not apply because');
  await terminal.press(...typed('x'), key(esc)).sees('▌ Review Date');

  await terminal.press('\x1b[6;1:1~', '\x1b[6;1:3~').sees('○ CRITICAL');
  await terminal.press('\x1b[1;1:1B', '\x1b[1;1:3B').sees('❯○ CRITICAL');
  await terminal.press('\x1b[1;1:1B', '\x1b[1;1:3B').sees('❯○ HIGH');
  await terminal.press(key(enter)).sees('▌ Deployment Recommendation');
  await terminal.press(key(tab)).sees('▌ Summary Statement');
  terminal.press(...typed('One'), key(enter, shift), ...typed('Two'));
  await terminal.until('two lines', (screen) => /One\s*\n.*Two/.test(screen));
  await terminal.press(key(letter('g'), ctrl)).sees('any part of a name');
  await terminal.press(...typed('Add Low'), key(enter)).sees('▌ Title');
  await terminal.press('\x1b[P').sees('Find');
  terminal.press(key(esc), key(letter('c'), ctrl));

  expect((await terminal.ended()).code).toBe(0);
  const { answers, issues } = here.draft().review;
  expect(answers).toMatchObject({
    reviewer: { value: 'Grace Hopper!' },
    risk: { value: 'HIGH' },
    summary: { value: 'One\nTwo' },
  });
  expect(issues.map(({ severity }) => severity)).toEqual(['low']);
});
