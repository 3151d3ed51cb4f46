import { describe, expect, it } from 'vitest';
import { askGroupNotApplicable } from '../../src/tui/wizard/applicable.ts';
import { keyboard } from './pure.ts';

const redis = { field: 'redis-usage' };
const issues = { field: 'auth-issues' };

describe('Alt+N', () => {
  it('brings the answer back that it took away', async () => {
    const hand = await keyboard({
      answers: { 'redis-usage': { value: 'Consistent' }, 'auth-issues': { value: ['No lockout', 'No MFA'] } },
    });
    hand.goTo(redis).press('alt+n').submit('no Redis here');
    expect(hand.answer(redis)).toEqual({ notApplicable: 'no Redis here' });
    hand.press('alt+n');
    expect(hand.answer(redis)).toEqual({ value: 'Consistent' });
    hand.goTo(issues).press('alt+n').submit('').press('alt+n');
    expect(hand.answer(issues)).toEqual({ value: ['No lockout', 'No MFA'] });
    hand.press('ctrl+z');
    expect(hand.answer(issues)).toEqual({ notApplicable: '' });
  });

  it('brings back the answers of a whole group', async () => {
    const hand = await keyboard({
      answers: { 'redis-usage': { value: 'Consistent' }, ttls: { value: 'Yes' } },
    });
    hand.goTo(redis).press('alt+N').submit('no cache');
    expect(hand.answer({ field: 'ttls' })).toEqual({ notApplicable: 'no cache' });
    hand.do(askGroupNotApplicable);
    expect(hand.answer(redis)).toEqual({ value: 'Consistent' });
    expect(hand.answer({ field: 'ttls' })).toEqual({ value: 'Yes' });
  });

  it('says so where there is no answer to bring back', async () => {
    const hand = await keyboard({ answers: { 'redis-usage': { notApplicable: 'no Redis here' } } });
    hand.goTo(redis).press('alt+n');
    expect(hand.answer(redis)).toBeUndefined();
    expect(hand.notice()).toContain('Ctrl+Z');
    hand.press('ctrl+z');
    expect(hand.answer(redis)).toEqual({ notApplicable: 'no Redis here' });
  });
});
