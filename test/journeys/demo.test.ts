import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

test('the demo is a whole review to look around in, and nothing of it is kept', async () => {
  const here = surroundings();
  const terminal = here.start(['demo'], { columns: 120, rows: 36 });
  await terminal.sees('example, not saved');
  terminal.press('ctrl+t');
  await terminal.sees('has no Owner');
  terminal.type('Chat team').press('ctrl+s');
  await terminal.sees('nothing of it is saved');
  terminal.press('ctrl+c');
  const ended = await terminal.ended();
  expect(ended).toMatchObject({ code: 0, screen: expect.stringContaining('sanctum-review new') });
  expect(here.ids()).toEqual([]);
});
