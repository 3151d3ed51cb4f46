import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { letStand } from './reasons.ts';
import { surroundings, template } from './surroundings.ts';

test('the whole way from start to report can be gone with a screen reader', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 100, rows: 60, env: { INK_SCREEN_READER: 'true' } });
  const says = (words: string) => terminal.sees(words);

  await says('textbox: (selected) Review Date');
  terminal.press('tab').type('Grace Hopper');
  await says('textbox: (selected) Reviewer Grace Hopper');

  terminal.press('pagedown');
  await says('radiogroup: (selected) Overall Risk Assessment');
  await says('radio: 1 CRITICAL');
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
  expect(await letStand(terminal, 'a trial')).toBeGreaterThan(0);
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

test('every page and everything that lies over one is linear text with roles, texts of several lines whole', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 100, rows: 90, env: { INK_SCREEN_READER: 'true' } });
  const focused = /^(?:textbox|radiogroup|checkbox|listitem|listbox|button): \(selected/m;
  const drawn = /[─│┬┴▌█░❯]/;
  const says = async (words: string) => {
    await terminal.sees(words);
    expect(terminal.screen(), words).not.toMatch(drawn);
  };
  await says('textbox: (selected) Review Date');
  const always = template().pages.filter((page) => !page.optional);
  for (const [index, page] of always.entries()) {
    if (index > 0) terminal.press('pagedown');
    await terminal.until(`${page.title} has the focus`, (screen) => {
      const lines = screen.split('\n').map((line) => line.trim());
      return focused.test(screen) && lines.some((line) => line.replace(/ {2,}.*/, '') === page.title);
    });
    expect(terminal.screen(), page.title).not.toMatch(drawn);
    expect(terminal.screen()).toContain('Ctrl+G go to');
  }

  await terminal.press('ctrl+g').sees('textbox: (selected) Go to');
  terminal.type('Add critical').press('enter');
  await says('textbox: (selected) Title');
  terminal.type('Open door').press('ctrl+g');
  await terminal.sees('textbox: (selected) Go to');
  terminal.type('Evidence').press('enter');
  await says('textbox: (selected, multiline) Evidence');
  terminal.paste('func main() {\n\n\topen()\n}');
  await terminal.until('all lines are said', (screen) => /func main\(\) \{\s+open\(\)\s+\}/.test(screen));
  expect(terminal.screen()).not.toMatch(drawn);

  await terminal.press('ctrl+l').sees('textbox: (selected) Language');
  await says('Enter confirm');
  await terminal.press('escape').sees('(selected, multiline) Evidence');
  await terminal.press('escape').sees('listitem: (selected) CRITICAL-1 Open door');
  await terminal.press('m').sees('radio: (selected) 1 CRITICAL');
  expect(terminal.screen()).not.toMatch(drawn);
  await terminal.press('escape').sees('listitem: (selected) CRITICAL-1');
  await terminal.press('ctrl+r').sees('option: (selected)');
  expect(terminal.screen()).not.toMatch(drawn);
  await terminal.press('escape').sees('listitem: (selected) CRITICAL-1');
  await terminal.press('?').sees('textbox: (selected) Find');
  expect(terminal.screen()).not.toMatch(drawn);
  await terminal.press('escape').sees('listitem: (selected) CRITICAL-1');
  await terminal.press('ctrl+g').sees('textbox: (selected) Go to');
  terminal.type('Finish review').press('enter');
  await says('textbox: Write the report to');
  expect(await letStand(terminal, 'a trial')).toBeGreaterThan(0);
  writeFileSync(join(here.repository, 'old.md'), '# Old\n');
  terminal.press('ctrl+u').type('old.md').press('enter');
  await says('old.md already exists.');
  await says('radio: (selected) 1 Another path');
  await terminal.press('escape').sees('listitem: (selected) CRITICAL-1');
  await terminal.press('ctrl+g').sees('textbox: (selected) Go to');
  terminal.type('home').press('enter');
  await says('option: (selected)');
  terminal.press('o');
  await says('textbox: (selected) Report to open');
  terminal.press('ctrl+c');
  expect((await terminal.ended()).code).toBe(0);
});
