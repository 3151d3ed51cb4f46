import { expect, test } from 'vitest';
import { surroundings } from './surroundings.ts';

test('at 40x12 Finish shows the error that is answered, and where the report goes, each in rows of its own', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 40, rows: 12 });
  await terminal.sees('▌ Review Date');
  await terminal.press('ctrl+g').type('finish').sees('Go to finish');
  await terminal.press('enter').sees('Kept because');
  expect(terminal.screen()).toMatch(
    /Finish review {3}✗ \d errors *\n▌ ✗ .*\n(?:▌ {3}.*\n)+▌ {3}Kept because *\n {4}a reason, printed in the report *\n/,
  );
  await terminal.type('the hotfix goes with it').sees(' the hotfix goes with it');
  expect(terminal.screen()).toMatch(/\n {2}Write the report to {2}….*-readiness\.md *\n/);
  await terminal.press('ctrl+c').ended();
});
