import { describe, expect, it } from 'vitest';
import { keyboard } from '../../pure.ts';

const secrets = { field: 'secrets-status' };
const verdict = { field: 'recommendation' };

describe('one’s own words in a choice', () => {
  it('are typed after “other…” only, chosen by its number, its letter or the arrows', async () => {
    for (const keys of [['3'], ['o', 'enter'], ['up', 'enter']]) {
      const hand = (await keyboard()).goTo(secrets).type('at risk').press('left');
      expect(hand.answer(secrets)).toBeUndefined();
      hand.press('pagedown', 'pageup').goTo(secrets);
      for (const key of keys)
        if (key.length === 1) hand.type(key);
        else hand.press(key);
      hand.type('At risk until rotated');
      expect(hand.answer(secrets)).toEqual({ value: 'At risk until rotated' });
    }
  });

  it('take a digit as text, where before it names an option', async () => {
    const hand = (await keyboard()).goTo(secrets).press('2');
    expect(hand.answer(secrets)).toEqual({ value: 'At Risk' });
    hand.press('3').type(' in 7 of 9');
    expect(hand.answer(secrets)).toEqual({ value: 'At Risk in 7 of 9' });
  });

  it('begin with the answer, be it an option or words of one’s own', async () => {
    const hand = (await keyboard({ answers: { 'secrets-status': { value: 'Secure' } } })).goTo(secrets);
    hand.press('3').type(' today');
    expect(hand.answer(secrets)).toEqual({ value: 'Secure today' });
    hand.press('escape', '3').type('!');
    expect(hand.answer(secrets)).toEqual({ value: 'Secure today!' });
  });

  it('take a paste in one line', async () => {
    const hand = (await keyboard()).goTo(secrets).press('3').paste('1 secret\nin git');
    expect(hand.answer(secrets)).toEqual({ value: '1 secret in git' });
  });

  it('are added to the ticks where several can be ticked', async () => {
    const hand = await keyboard({ issues: [{ id: 'one', severity: 'critical', answers: {} }] });
    const category = { issue: 'one', field: 'category' } as const;
    hand.goTo(category).press('1', '4');
    expect(hand.screen()).toMatch(/Category your own words *\n/);
    hand.type('Privacy');
    expect(hand.answer(category)).toEqual({ value: ['Security', 'Privacy'] });
    hand.press('escape', '4').type(' / 9 lives');
    expect(hand.answer(category)).toEqual({ value: ['Security', 'Privacy', '9 lives'] });
  });

  it('says that a verdict is one of the three', async () => {
    const hand = (await keyboard()).goTo(verdict).type('maybe');
    expect(hand.answer(verdict)).toBeUndefined();
    expect(hand.notice()).toContain('GO, CONDITIONAL GO, NO-GO');
  });
});
