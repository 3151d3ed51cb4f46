import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

test('the whole way from start to report can be gone with a screen reader', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 100, rows: 60, env: { INK_SCREEN_READER: 'true' } });
  const says = (words: string) => terminal.sees(words);

  await says('textbox: (selected) Review Date');
  terminal.press('tab', 'ctrl+u').type('Grace Hopper');
  await says('textbox: (selected) Reviewer Grace Hopper');

  terminal.press('pagedown');
  await says('radiogroup: (selected) Overall Risk Assessment');
  await says('radio: (selected) 1 CRITICAL');
  terminal.press('2');
  await says('radio: (selected) 2 HIGH');
  terminal.press('tab', '2', 'tab');
  await says('textbox: (selected, multiline) Summary Statement');
  terminal.type('First line.\nSecond line.');
  await says('Second line.');
  await terminal.until('both lines are said', (screen) => /First line\.\s+Second line\./.test(screen));

  terminal.press('pagedown');
  await says('button: (selected) + add an issue');
  terminal.press('a');
  await says('textbox: (selected) Title');
  terminal.type('Open door').press('tab');
  await says('radiogroup: (selected) Category');
  terminal.press('1');
  await says('Category Security');
  terminal.press('escape');
  await says('listitem: (selected) CRITICAL-1 Open door');

  terminal.press('ctrl+g');
  await says('any part of a name');
  terminal.type('Infrastructure').press('enter');
  await says('checkbox: (selected)');
  terminal.press('space');
  await says('checkbox: (selected, checked)');

  terminal.press('?');
  await says('previous page');
  terminal.press('escape');
  await says('checkbox: (selected, checked)');
  terminal.press('ctrl+p');
  await says('first, last');
  terminal.press('escape');
  await says('checkbox: (selected, checked)');
  terminal.press('ctrl+g');
  await says('any part of a name');
  terminal.type('Finish review').press('enter');
  await says('Write the report to');
  expect(terminal.screen()).not.toMatch(/[─│┬┴▌]/);
  terminal.press('ctrl+u').type('report.md').press('enter');
  await says('Report written to report.md');
  expect(terminal.screen()).not.toMatch(/[─│┬┴▌]/);
  terminal.press('ctrl+c');
  expect((await terminal.ended()).code).toBe(0);

  const report = readFileSync(join(here.repository, 'report.md'), 'utf8');
  expect(report).toContain('**Reviewer:** Grace Hopper');
  expect(report).toContain('First line.\nSecond line.');
  expect(report).toContain('### ❌ CRITICAL-1: Open door');
});
