import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../src/drafts/store/store.ts';
import { surroundings } from '../journeys/surroundings.ts';

const wide = { columns: 120 };

/** @param editor a shell command as the editor of both windows; `$1` is what it is given */
async function two(editor = 'true') {
  const here = surroundings();
  const setting = { ...wide, env: { VISUAL: `/bin/sh -c '${editor}' sh` } };
  const first = here.start(['new'], setting);
  await first.sees('▌ Review Date');
  first.press('tab').type('Grace');
  await first.sees('▌ Reviewer Grace');
  const second = here.start(['resume'], setting);
  // It is painted before the program is loaded that takes keys.
  await second.sees('READ-ONLY');
  second.type('?');
  await second.sees('Read-only: the draft is open in');
  const store = () => openStore({ home: here.home, now: () => new Date() });
  const reviewer = (id = here.ids()[0] ?? '') => {
    const draft = store().load(id);
    return draft.ok ? draft.value.review.answers.reviewer : draft.failures;
  };
  return { here, first, second, reviewer };
}

/** The first is stopped, and the second writes on. */
async function takenOver(editor?: string) {
  const windows = await two(editor);
  const { here, first, second } = windows;
  const [id = ''] = here.ids();
  if (editor) {
    first.press('ctrl+o');
    await first.sees('WAITING');
  }
  first.kill('SIGSTOP');
  await second.sees('you can edit now');
  second.type(' of two');
  await second.sees('▌ Reviewer Grace of two');
  return { ...windows, id };
}

test('the second window says who has the draft and since when, and changes nothing, also when the first stands still for a moment', async () => {
  const { here, first, second, reviewer } = await two('touch handed; echo "Typed for an hour" > "$1"');
  expect(second.screen()).toMatch(/READ-ONLY, open in terminal pts\/\d+ since \d\d:\d\d/);
  // Nothing is handed to an editor where it could not be taken back.
  second.press('ctrl+o', 'x');
  await second.sees('Read-only: the draft is open in terminal pts/');
  first.kill('SIGSTOP');
  first.type(' Hop');
  await second.press('pagedown').sees('▌ Overall Risk Assessment');
  await second.press('pageup').sees('▌ Reviewer');
  expect(second.screen()).toContain('READ-ONLY');
  first.kill('SIGCONT');
  await first.sees('▌ Reviewer Grace Hop');
  expect(first.screen()).not.toContain('READ-ONLY');
  expect(reviewer()).toEqual({ value: 'Grace Hop' });
  first.type('per');
  await first.sees('▌ Reviewer Grace Hopper');
  expect(reviewer()).toEqual({ value: 'Grace Hopper' });
  const { id } = here.draft();
  expect(await here.run(['drafts', 'rm', id])).toMatchObject({
    code: 2,
    said: expect.stringContaining('is open in terminal pts/'),
  });
  const { code, screen } = await second.press('ctrl+c').ended();
  expect(code).toBe(0);
  expect(screen).toContain('opened read-only');
  expect(reviewer()).toEqual({ value: 'Grace Hopper' });
  expect(existsSync(join(here.repository, 'handed'))).toBe(false);
});

test('when the first window is left, the second goes on where it was, and a third when that is killed', async () => {
  const { here, first, second, reviewer } = await two();
  first.type(' Hop');
  await first.sees('▌ Reviewer Grace Hop');
  await first.press('ctrl+c').ended();
  await second.sees('you can edit now');
  await second.sees('▌ Reviewer Grace Hop');
  second.type('per');
  await second.sees('▌ Reviewer Grace Hopper');
  expect(reviewer()).toEqual({ value: 'Grace Hopper' });

  const third = here.start(['resume'], wide);
  await third.sees('READ-ONLY');
  third.type('?');
  await third.sees('Read-only: the draft is open in');
  second.type(' Jr');
  await second.sees('▌ Reviewer Grace Hopper Jr');
  await second.kill('SIGKILL').ended();
  await third.sees('you can edit now');
  await third.sees('▌ Reviewer Grace Hopper Jr');
  third.type('.');
  await third.sees('▌ Reviewer Grace Hopper Jr.');
  expect(reviewer()).toEqual({ value: 'Grace Hopper Jr.' });
});

test('a window that stood still for long edits a copy of its own when it comes back, and loses nothing', async () => {
  const { here, first, second, reviewer, id } = await takenOver();
  first.type(' and what was typed blindly');
  first.kill('SIGCONT');
  await first.sees('▌ Reviewer Grace and what was typed blindly');
  await first.sees(`Another window has taken draft ${id} over.`);
  expect(reviewer(id)).toEqual({ value: 'Grace of two' });
  const copies = here.ids().filter((one) => one !== id);
  expect(copies.map(reviewer)).toEqual([{ value: 'Grace and what was typed blindly' }]);
  second.type(' Y');
  await second.sees('▌ Reviewer Grace of two Y');
  first.type(', and more');
  await first.sees('blindly, and more');
  const { screen } = await first.press('ctrl+c').ended();
  expect(screen).toContain(`sanctum-review resume ${copies[0]} (a copy`);
  expect(existsSync(join(here.home, 'drafts', `${id}.lock`))).toBe(true);
  expect(reviewer(id)).toEqual({ value: 'Grace of two Y' });
  expect(copies.map(reviewer)).toEqual([{ value: 'Grace and what was typed blindly, and more' }]);
}, 60_000);

test('what was typed into a window that was then killed is offered as a draft at the next opening', async () => {
  const { here, first, second, reviewer, id } = await takenOver();
  first.type(' and more');
  // Its last words are in its journal, and nobody has told it yet that the draft is another window's.
  first.kill('SIGCONT');
  await first.sees('Grace and more');
  await first.kill('SIGKILL').ended();
  await second.press('ctrl+c').ended();
  const third = here.start(['resume', id], wide);
  await third.sees('▌ Reviewer Grace of two');
  const copies = here.ids().filter((one) => one !== id);
  expect(copies.map(reviewer)).toEqual([{ value: 'Grace and more' }]);
  await third.press('ctrl+c').ended();
  expect(here.files().filter((file) => file.includes(`journals/${id}/`))).toEqual([]);
}, 60_000);

test('a window that stood still, and into which nothing was typed, shows what the other one did, and goes on when that was killed', async () => {
  const { here, first, second, reviewer, id } = await takenOver();
  await second.kill('SIGKILL').ended();
  first.kill('SIGCONT');
  await first.sees('▌ Reviewer Grace of two');
  await first.until('it may write again', (screen) => !screen.includes('READ-ONLY'));
  first.type('!');
  await first.sees('▌ Reviewer Grace of two!');
  expect(reviewer(id)).toEqual({ value: 'Grace of two!' });
  expect(here.ids()).toEqual([id]);

  // Stopped and taken over once more: the other one is there now when it comes back.
  const third = here.start(['resume'], wide);
  await third.sees('READ-ONLY');
  third.type('?');
  await third.sees('Read-only: the draft is open in');
  first.kill('SIGSTOP');
  await third.sees('you can edit now');
  third.type('?');
  await third.sees('▌ Reviewer Grace of two!?');
  first.kill('SIGCONT');
  await first.sees('READ-ONLY');
  await first.sees('▌ Reviewer Grace of two!?');
  first.type('x');
  await first.sees('Read-only: the draft is open in terminal pts/');
  expect(reviewer(id)).toEqual({ value: 'Grace of two!?' });
  expect(here.ids()).toEqual([id]);
}, 60_000);

test('what is written in an editor while another window takes the draft over is kept', async () => {
  const { here, first, second, reviewer, id } = await takenOver(
    'echo WAITING; until [ -e done ]; do sleep 0.1; done; sleep 3; echo "Typed for an hour" > "$1"',
  );
  first.kill('SIGCONT');
  writeFileSync(join(here.repository, 'done'), '');
  await first.sees('What you wrote in the editor: sanctum-review resume');
  await first.sees('▌ Reviewer Grace of two');
  const copies = here.ids().filter((one) => one !== id);
  expect([id, ...copies].map(reviewer)).toEqual([{ value: 'Grace of two' }, { value: 'Typed for an hour' }]);
  const { screen } = await first.press('ctrl+c').ended();
  expect(screen).toContain(`what you wrote in the editor is in draft ${copies[0]}`);
  second.type('!');
  await second.sees('▌ Reviewer Grace of two!');
}, 60_000);
