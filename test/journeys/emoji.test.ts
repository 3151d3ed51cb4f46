import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

const title = 'Warning ⚠️ of 👩‍👩‍👧 and 👍🏽 in the feed ✍️';

test('emoji whose columns terminals do not agree on shift no rule, no column and not the cursor', async () => {
  const here = surroundings();
  // This terminal draws each part of a joined emoji by itself, and a sign with a variation selector in one column.
  const terminal = here.start(['new'], { columns: 160, rows: 40 });
  await terminal.sees('▌ Review Date');
  await terminal.press('pagedown', 'pagedown').sees('▌ + add an issue');
  terminal.press('a').type(title);
  await terminal.sees('feed ✍️');
  await terminal.press('tab', '1').sees('[✓] 1 Security');
  await terminal.press('escape').sees('▌ CRITICAL-1');
  const joints = [...(terminal.screen().split('\n')[1] ?? '').matchAll(/┬/g)].map(({ index }) => index);
  expect(joints).toHaveLength(2);
  const rules = () => {
    const rows = Array.from({ length: 36 }, (_, index) => index + 2);
    return rows
      .map((row) => joints.map((column) => terminal.cell(row, column)).join(''))
      .filter((two) => two !== '││');
  };
  await terminal.until('the preview has it', (screen) => screen.split('feed ✍').length > 2);
  expect(rules()).toEqual([]);
  const row = terminal
    .screen()
    .split('\n')
    .findIndex((line) => line.includes('▌ CRITICAL-1'));
  expect(terminal.screen().split('\n')[row]).toContain('Security');
  await terminal.press('enter').sees('▌ Title');
  terminal.press('home', 'right', 'right');
  await terminal.until('the cursor is there', () => terminal.beforeCaret().endsWith('Wa'));
  terminal.press('end').type('!');
  await terminal.sees('!');
  expect(rules()).toEqual([]);
});
