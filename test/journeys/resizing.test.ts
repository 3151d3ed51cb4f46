import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

test('resizing while typing, to 40x12 and back, leaves a clean screen with all that was typed', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 160, rows: 48 });
  await terminal.sees('▌ Review Date');
  await terminal.press('pagedown', 'tab', 'tab').sees('▌ Summary Statement');
  terminal.type('The platform is functionally complete. ');
  await terminal.sees('functionally complete.');

  terminal.resize(40, 12).type('Two critical flaws ');
  await terminal.sees('flaws');
  terminal.resize(100, 30).type('must be fixed ');
  await terminal.sees('▌ fixed');
  terminal.resize(40, 12).resize(160, 48).type('first.');

  await terminal.until('the text is whole, in the live preview too', whole);
  await terminal.until(
    'the rules are wide',
    (screen) => /^─ Pages .{152}$/m.test(screen) && /^[─┴]{160}$/m.test(screen),
  );
  await terminal.sees('Reviewed');
  const screen = terminal.screen();

  await terminal.press('ctrl+c').ended();
  const fresh = here.start(['resume'], { columns: 160, rows: 48 });
  await fresh.until('the text is whole, in the live preview too', whole);
  await fresh.sees('Reviewed');
  expect(body(screen)).toEqual(body(fresh.screen()));
  expect(here.draft().review.answers.summary).toEqual({
    value: 'The platform is functionally complete. Two critical flaws must be fixed first.',
  });
});

test('at 40x12 the focused field and its keys are on the screen', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 40, rows: 12 });
  await terminal.sees('▌ Review Date');
  await terminal.press('tab').type('Grace').sees('▌ Grace');
  expect(terminal.screen()).toContain('Ctrl+G');
  expect(terminal.cursor).toBe(true);
});

/** The text begins and ends on the page, and in the preview beside it. */
const whole = (screen: string): boolean =>
  ['The platform', 'first.'].every((words) => screen.split(words).length === 3);

/**
 * The pages and the form: the header says when it was saved, and where the report beside them begins depends on where
 * it was before.
 */
const body = (screen: string): string[] => {
  const rows = screen.split('\n').slice(1);
  return rows.map((row) => row.slice(0, rows[0]?.lastIndexOf('┬')).trimEnd());
};
