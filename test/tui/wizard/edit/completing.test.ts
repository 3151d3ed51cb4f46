import { describe, expect, it } from 'vitest';
import type { Review } from '../../../../src/review/review.ts';
import { keyboard } from '../../pure.ts';

const tracked = ['go.mod', 'internal/auth/login.go', 'internal/auth/login_test.go', 'internal/store.go'];
const review: Partial<Review> = {
  issues: [{ id: 'a', severity: 'critical', answers: { title: { value: 'One' } } }],
  items: {
    immediate: ['x', 'y', 'z'].map((id) => ({ id, answers: { action: { value: `Do ${id}` } } })),
  },
};
const location = { issue: 'a', field: 'location' } as const;
const owner = (item: string) => ({ list: 'immediate', item, field: 'owner' }) as const;

async function hands() {
  const hand = await keyboard(review);
  return hand.do((state) => ({
    ...state,
    external: { ...state.external, tracked },
    suggestions: { authors: ['Grace Hopper', 'Ada Park'] },
  }));
}

describe('a location', () => {
  it('is completed to a tracked path, once one is moved to', async () => {
    const hand = (await hands()).goTo(location).type('login');
    expect(hand.screen()).toMatch(/▌ • login\n▌ internal\/auth\/login\.go\n▌ internal\/auth\/login_test\.go/);
    hand.press('down');
    expect(hand.screen()).toContain('▌ ❯ internal/auth/login.go');
    hand.press('enter');
    expect(hand.answer(location)).toEqual({ value: ['internal/auth/login.go'] });
    expect(hand.screen()).not.toContain('login_test.go');
    hand.type(':12').press('ctrl+z', 'ctrl+z');
    expect(hand.answer(location), 'one undo step').toEqual({ value: ['login'] });
  });

  it('is never completed by accident: Enter with none chosen goes on', async () => {
    const hand = (await hands()).goTo(location).type('login').press('enter');
    expect(hand.answer(location)).toEqual({ value: ['login'] });
    hand.press('shift+tab').goTo(location).type('o').press('down', 'escape');
    expect(hand.screen()).not.toContain('❯');
    hand.press('down', 'up', 'tab');
    expect(hand.answer(location)).toEqual({ value: ['logino'] });
  });

  it('keeps its lines, and several in a row become entries', async () => {
    const hand = (await hands()).goTo(location).type('go.mod:1, store:7').press('down', 'enter');
    expect(hand.answer(location)).toEqual({ value: ['go.mod:1, internal/store.go:7'] });
    hand.press('enter').type('words of mine, and more').press('tab');
    expect(hand.answer(location)).toEqual({
      value: ['go.mod:1', 'internal/store.go:7', 'words of mine, and more'],
    });
  });
});

describe('what all that begin alike have in common', () => {
  it('is completed by →, as far as it goes, and said in the hints', async () => {
    const hand = (await hands()).goTo(location).type('inter');
    expect(hand.bottom().join('\n')).toContain('→ complete');
    hand.press('right');
    expect(hand.answer(location)).toEqual({ value: ['internal/'] });
    expect(hand.bottom().join('\n'), 'no more in common').not.toContain('complete');
    hand.type('au').press('right');
    expect(hand.answer(location)).toEqual({ value: ['internal/auth/login'] });
    hand.press('ctrl+z');
    expect(hand.answer(location), 'one undo step').toEqual({ value: ['internal/au'] });
  });

  it('keeps the lines behind it, and takes capitals as they are tracked', async () => {
    const hand = (await hands()).goTo(location).type('go.m:12').press('right');
    expect(hand.answer(location)).toEqual({ value: ['go.mod:12'] });
    hand.goTo(owner('x')).type('ad').press('right');
    expect(hand.answer(owner('x'))).toEqual({ value: 'Ada Park' });
  });

  it('is nothing inside the text, and where nothing begins with it', async () => {
    const hand = (await hands()).goTo(location).type('login').press('right');
    expect(hand.answer(location)).toEqual({ value: ['login'] });
    hand.press('ctrl+u').type('inter').press('left', 'right').type('x');
    expect(hand.answer(location)).toEqual({ value: ['interx'] });
  });
});

it('Tab accepts the selected path and stays; with none selected it goes on', async () => {
  const hand = (await hands()).goTo(location).type('login').press('down', 'tab');
  expect(hand.answer(location)).toEqual({ value: ['internal/auth/login.go'] });
  const there = hand.focus();
  hand.press('tab');
  expect(hand.focus()).not.toBe(there);
  expect(hand.answer(location)).toEqual({ value: ['internal/auth/login.go'] });
});

describe('an owner', () => {
  it('is completed to owners of other actions first, then to authors of the repository', async () => {
    const hand = (await hands()).goTo(owner('x')).type('Zoe').goTo(owner('y'));
    expect(hand.screen()).toMatch(/Zoe\n▌ Grace Hopper\n▌ Ada Park/);
    hand.type('a').press('down');
    expect(hand.screen()).toContain('❯ Ada Park');
    hand.press('enter');
    expect(hand.answer(owner('y'))).toEqual({ value: 'Ada Park' });
    const there = hand.focus();
    hand.press('enter');
    expect(hand.focus(), 'Enter goes on from it').not.toBe(there);
  });

  it('is passed by the arrows too', async () => {
    const hand = (await hands()).goTo(owner('x')).press('down', 'down', 'down');
    expect(hand.focus()).not.toContain('owner');
    expect(hand.answer(owner('x'))).toBeUndefined();
  });
});
