import { describe, expect, it } from 'vitest';
import { keyboard } from '../../pure.ts';

const secrets = { field: 'secrets-status' };
const rate = { field: 'rate-limiting' };
const verdict = { field: 'recommendation' };

describe('typing in a choice', () => {
  it('opens one’s own words with the letter already in them', async () => {
    const hand = (await keyboard()).goTo(secrets).type('At risk until rotated');
    expect(hand.answer(secrets)).toEqual({ value: 'At risk until rotated' });
    hand.goTo(rate).type('x/y');
    expect(hand.answer(rate)).toEqual({ value: 'x/y' });
  });

  it('takes words that begin with the letters of a menu’s keys', async () => {
    for (const words of ['just now', 'kept', 'a b', 'n/a', 'd']) {
      const hand = (await keyboard()).goTo(secrets).type(words);
      expect(hand.answer(secrets)).toEqual({ value: words });
    }
  });

  it('takes a digit that names an option as that option, and any other as text', async () => {
    const hand = (await keyboard()).goTo(secrets).press('2');
    expect(hand.answer(secrets)).toEqual({ value: 'At Risk' });
    hand.type('7 of 9 at risk');
    expect(hand.answer(secrets)).toEqual({ value: '7 of 9 at risk' });
  });

  it('begins anew over an option, and goes on after one’s own words', async () => {
    const hand = (await keyboard({ answers: { 'secrets-status': { value: 'Secure' } } })).goTo(secrets);
    hand.type('not measured');
    expect(hand.answer(secrets)).toEqual({ value: 'not measured' });
    hand.press('escape').type('!');
    expect(hand.answer(secrets)).toEqual({ value: 'not measured!' });
  });

  it('takes a paste as one’s own words', async () => {
    const hand = (await keyboard()).goTo(secrets).paste('1 secret\nin git');
    expect(hand.answer(secrets)).toEqual({ value: '1 secret in git' });
  });

  it('adds words to the ticks where several can be ticked', async () => {
    const hand = await keyboard({ issues: [{ id: 'one', severity: 'critical', answers: {} }] });
    const category = { issue: 'one', field: 'category' } as const;
    hand.goTo(category).press('1', '4');
    expect(hand.screen()).toMatch(/Category in your own words *\n/);
    hand.type('Privacy');
    expect(hand.answer(category)).toEqual({ value: ['Security', 'Privacy'] });
    hand.press('escape').type('9 lives');
    expect(hand.answer(category)).toEqual({ value: ['Security', 'Privacy', '9 lives'] });
  });

  it('says that a verdict is one of the three', async () => {
    const hand = (await keyboard()).goTo(verdict).type('maybe');
    expect(hand.answer(verdict)).toBeUndefined();
    expect(hand.notice()).toContain('GO, CONDITIONAL GO, NO-GO');
  });
});
