import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/drafts/store/store.ts';
import { given } from '../drafts/given.ts';
import { surroundings } from '../journeys/surroundings.ts';
import { mountable, smallDisk } from './limits.ts';

type Surroundings = ReturnType<typeof surroundings>;

function reviewer(here: Surroundings) {
  const store = openStore({ home: here.home, now: () => new Date() });
  const [draft] = given(store.list()).drafts;
  return given(store.load(draft?.id ?? '')).review.answers.reviewer;
}

const fullWays = ['no file may be written', ...(mountable ? ['a disk of 96 KiB'] : [])];

test.each(fullWays)(
  'killed, and started again on a full disk (%s), it edits with the banner',
  async (way) => {
    const here = surroundings();
    const isLimited = way === 'no file may be written';
    if (!isLimited) smallDisk(here.home, 96);
    const began = here.start(['new'], { columns: 120 });
    await began.sees('▌ Review Date');
    began.press('tab').type('Grace Hop');
    await began.sees('▌ Reviewer Grace Hop');
    await began.kill('SIGKILL').ended();
    const filler = join(here.home, 'filler');
    if (!isLimited) expect(() => writeFileSync(filler, 'x'.repeat(200_000))).toThrow('ENOSPC');

    const again = here.start(['resume'], {
      columns: 120,
      ...(isLimited ? { under: "trap '' XFSZ; ulimit -f 0" } : {}),
    });
    await again.sees('▌ Reviewer Grace Hop');
    again.type('per');
    await again.sees('▌ Reviewer Grace Hopper');
    await again.sees('Not saved');
    expect(again.screen()).not.toContain('READ-ONLY');
    if (isLimited) {
      again.press('ctrl+c');
      await again.sees('press Ctrl+C again');
      again.press('ctrl+c');
      expect((await again.ended()).screen).toContain('could not be saved: a limit on the size of files');
      expect(reviewer(here)).toEqual({ value: 'Grace Hop' });
    } else {
      rmSync(filler);
      again.press('ctrl+s');
      await again.until('the banner is gone', (screen) => !screen.includes('Not saved'));
      await again.kill('SIGKILL').ended();
      expect(reviewer(here)).toEqual({ value: 'Grace Hopper' });
    }
  },
);

test('a drafts folder that cannot be read is said in a line, by every command, and none says that it is empty', async () => {
  const here = surroundings();
  const { id } = here.made({}, 'reviewer');
  const folder = join(here.home, 'drafts');
  renameSync(folder, `${folder}.away`);
  writeFileSync(folder, '');
  for (const command of [
    ['drafts'],
    ['drafts', '--json'],
    ['render', id],
    ['check', id],
    ['diff', id, id],
    ['drafts', 'rm', id],
    ['drafts', 'history', id],
  ]) {
    const { code, out, said } = await here.run(command);
    expect({ command, code, out, said }).toEqual({
      command,
      code: 2,
      out: '',
      said: expect.stringMatching(/cannot be read[^\n]*\n {2}[^\n]+\n$/),
    });
  }
  const { code, screen } = await here.start(['resume'], { columns: 160 }).ended();
  expect([code, screen]).toEqual([2, expect.stringContaining('cannot be read')]);
  const home = here.start([], { columns: 160 });
  await home.sees('cannot be read');
  await home.press('ctrl+c').ended();
  rmSync(folder);
  renameSync(`${folder}.away`, folder);
  expect(here.ids()).toEqual([id]);
});

test('one line that could not be written is written with the next key', async () => {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 120 });
  await terminal.sees('▌ Review Date');
  terminal.press('tab');
  const journals = join(here.home, 'journals');
  await terminal.until('a journal can be written', () => existsSync(journals));
  await terminal.until('it is saved', (screen) => / saved \d/.test(screen));
  renameSync(journals, `${journals}.away`);
  writeFileSync(journals, '');
  terminal.press('pagedown', 'pageup');
  terminal.type('Grace');
  await terminal.sees('Grace');
  rmSync(journals);
  renameSync(`${journals}.away`, journals);
  terminal.type(' Hop');
  await terminal.sees('Grace Hop');
  await terminal.kill('SIGKILL').ended();
  expect(reviewer(here)).toEqual({ value: 'Grace Hop' });
});

test('a draft that is killed between making its lock and anything else is edited at once', async () => {
  const here = surroundings();
  const { id } = here.made({ reviewer: { value: '!' } }, 'reviewer');
  for (const text of ['', '{']) {
    writeFileSync(join(here.home, 'drafts', `${id}.lock`), text);
    const again = here.start(['resume'], { columns: 120 });
    await again.sees('open in another window');
    await again.sees('you can edit now');
    await again.press('ctrl+c').ended();
  }
});
