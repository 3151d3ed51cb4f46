import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockOwner } from '../../../../src/drafts/lock/lock.ts';
import { thisWindow } from '../../../../src/drafts/lock/window.ts';
import { openWriter } from '../../../../src/drafts/open-draft/writer.ts';
import { openStore } from '../../../../src/drafts/store/store.ts';
import { failed } from '../../../../src/failure.ts';
import { given as valueGiven } from '../../../drafts/given.ts';
import { draftOf, type World, wizard, world } from '../../driver.tsx';

/** The wizard on a draft, in the reviewer's name. */
async function opened(given: World) {
  const draft = await draftOf(given);
  given.drafts.save(draft);
  const screen = await wizard(given, draft);
  screen.press('tab');
  screen.type('Ada');
  await screen.see('Ada');
  screen.press('ctrl+s');
  await screen.see('Saved.');
  /** Another window, on another machine, has the lock from now on. */
  const takeOver = () => {
    const window = { ...thisWindow({}), host: 'desk', place: 'desk 1', terminal: 'tmux pane %4' };
    const path = join(given.home, 'drafts', `${draft.id}.lock`);
    rmSync(path);
    writeFileSync(path, JSON.stringify({ window, since: new Date().toISOString(), idle: 130, beat: 1 }));
  };
  return { draft, screen, takeOver };
}

const reviewers = ({ home }: World) => {
  const store = openStore({ home, now: () => new Date() });
  return valueGiven(store.list()).drafts.map(({ id, reviewer }) => ({ id, reviewer }));
};

describe('a window whose draft another one has taken over', () => {
  it('goes on in a copy when something is typed, and says so', async () => {
    const given = world();
    const { draft, screen, takeOver } = await opened(given);
    takeOver();
    screen.type(' Park');
    await screen.see('Ada Park');
    await screen.see(`taken draft ${draft.id} over`);
    const [copy] = reviewers(given).filter(({ id }) => id !== draft.id);
    expect(copy?.reviewer).toBe('Ada Park');
    expect(lockOwner(given.home, draft.id)?.who).toBe('tmux pane %4 on desk');
    screen.type(' Jr');
    await screen.see('Ada Park Jr');
    await screen.left();
    expect(reviewers(given).find(({ id }) => id === copy?.id)?.reviewer).toBe('Ada Park Jr');
    expect(reviewers(given).find(({ id }) => id === draft.id)?.reviewer).toBe('Ada');
  });

  it('is read-only when nothing is typed, and says who has it and how long that one has been idle', async () => {
    const given = world();
    const { screen, takeOver } = await opened(given);
    takeOver();
    await screen.see('READ-ONLY');
    await screen.see('open in tmux pane %4 on desk, idle for 2 min');
    screen.type('x');
    await screen.see('You can edit it here once');
    expect(reviewers(given)).toMatchObject([{ reviewer: 'Ada' }]);
  });

  it('keeps what is typed in its own journal for as long as there is no room for the copy', async () => {
    const given = world();
    let full = false;
    const problem = { where: 'draft', what: 'the disk is full', remedy: 'make room' };
    const save: typeof given.drafts.save = (...all) => (full ? failed(problem) : given.drafts.save(...all));
    const limited = { ...given, drafts: { ...given.drafts, save } };
    const { draft, screen, takeOver } = await opened(limited);
    full = true;
    takeOver();
    screen.type(' Park');
    await screen.see('Not saved: the disk is full');
    screen.type(' Jr');
    await screen.see('Ada Park Jr');
    // Another program finds it there, whatever becomes of this one.
    const fresh = openStore({ home: given.home, now: () => new Date() });
    expect(valueGiven(fresh.look(draft.id)).draft.review.answers.reviewer).toEqual({ value: 'Ada Park Jr' });
    full = false;
    screen.press('ctrl+s');
    await screen.see(`taken draft ${draft.id} over`);
    await screen.gone('Not saved');
    expect(reviewers(given).map(({ reviewer }) => reviewer)).toContain('Ada Park Jr');
  });

  it('has what the other one did when that one is gone', async () => {
    const given = world();
    const { draft, screen, takeOver } = await opened(given);
    takeOver();
    await screen.see('READ-ONLY');
    const state = valueGiven(given.drafts.look(draft.id));
    const writer = openWriter(given.drafts, state, thisWindow({}), () => new Date());
    const action = { do: 'answer', at: { field: 'reviewer' }, answer: { value: 'Grace' } } as const;
    writer.note([{ did: 'record', action }], null, 1);
    rmSync(join(given.home, 'drafts', `${draft.id}.lock`));
    await screen.see('you can edit now');
    await screen.see('Grace');
    screen.type('!');
    await screen.see('Grace!');
  });
});
