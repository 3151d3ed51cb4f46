import { describe, expect, it } from 'vitest';
import { openStore } from '../../../../src/drafts/store/store.ts';
import { failed } from '../../../../src/failure.ts';
import { draftOf, wizard, world } from '../../driver.tsx';

describe('saving', () => {
  it('happens by itself after a change, and the header says nothing else meanwhile', async () => {
    const given = world();
    const draft = await draftOf(given);
    given.drafts.save(draft);
    const screen = await wizard(given, draft);
    screen.press('tab');
    screen.type('Ada');
    await screen.see('Reviewer Ada');
    expect(screen.frame().split('\n')[0]).toMatch(/ saved\s*$/);
    const loaded = given.drafts.load(draft.id);
    expect(loaded.ok && loaded.value.review.answers.reviewer).toEqual({ value: 'Ada' });
  });

  it('has all of it at once, also what one key did to many', async () => {
    const given = world();
    const issues = Array.from({ length: 60 }, (_, index) => ({
      id: `issue${index}`,
      severity: 'critical' as const,
      answers: { title: { value: `Title ${index}` } },
    }));
    const draft = await draftOf(given, { issues });
    given.drafts.save(draft);
    const screen = await wizard(given, draft);
    screen.press('ctrl+g');
    await screen.see('any part of a name');
    screen.type('plan');
    await screen.see('Plan critical and high');
    screen.press('enter');
    await screen.see('60 actions planned');
    const inCase = openStore({ home: given.home, now: () => new Date() }).load(draft.id);
    expect(inCase.ok && inCase.value.review.items.immediate).toHaveLength(60);
  });

  it('that fails says so on a banner that stays, and goes when it works again', async () => {
    const given = world();
    let full = true;
    const problem = { where: 'draft', what: 'the disk is full', remedy: 'make room' };
    const drafts = {
      ...given.drafts,
      save: (draft: Parameters<typeof given.drafts.save>[0]) =>
        full ? failed(problem) : given.drafts.save(draft),
    };
    const screen = await wizard({ ...given, drafts }, await draftOf(given));
    screen.press('tab');
    screen.type('Ada');
    await screen.see('Not saved: the disk is full; make room.');
    screen.type(' Park');
    await screen.see('Ada Park');
    await screen.see('Not saved: the disk is full');
    screen.press('ctrl+p');
    await screen.see('Preview');
    await screen.see('Not saved: the disk is full');
    screen.press('escape');
    await screen.gone('Preview');
    screen.press('f1');
    await screen.see('Find a key, or what it does');
    await screen.see('Not saved: the disk is full');
    screen.press('escape');
    await screen.gone('Find a key');
    full = false;
    screen.press('ctrl+s');
    await screen.gone('Not saved');
  });
});
