import { describe, expect, it } from 'vitest';
import { askGroupNotApplicable } from '../../../../src/tui/wizard/edit/not-applicable.ts';
import { typedSoFar } from '../../../../src/tui/wizard/edit/prompts.ts';
import { keyboard } from '../../pure.ts';

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

  it('leaves the answers of a group, and takes back its marks', async () => {
    const hand = await keyboard({
      answers: { 'redis-usage': { value: 'Consistent' } },
    });
    hand.goTo(redis).press('alt+N').submit('no cache');
    expect(hand.answer({ field: 'ttls' })).toEqual({ notApplicable: 'no cache' });
    expect(hand.answer(redis)).toEqual({ value: 'Consistent' });
    hand.do(askGroupNotApplicable);
    expect(hand.answer(redis)).toEqual({ value: 'Consistent' });
    expect(hand.answer({ field: 'ttls' })).toBeUndefined();
  });

  it('keeps each letter of the reason, and takes all of them back in one step', async () => {
    const hand = await keyboard({
      answers: { 'redis-usage': { value: 'Consistent' }, ttls: { notApplicable: 'never' } },
    });
    const before = hand.state().history.present;
    const letters = (text: string) => {
      for (let end = 1; end <= text.length; end += 1)
        hand.do((state) => typedSoFar(state, text.slice(0, end)));
    };
    hand.goTo(redis).press('alt+N');
    letters('no ca');
    expect(hand.answer({ field: 'cache-invalidation' })).toEqual({ notApplicable: 'no ca' });
    expect(hand.state().history.past).toHaveLength(1);
    hand.do((state) => typedSoFar(state, ''));
    expect(hand.state().history.present).toEqual(before);
    letters('no cache');
    hand.press('escape');
    expect(hand.answer({ field: 'cache-invalidation' })).toEqual({ notApplicable: 'no cache' });
    hand.press('ctrl+z');
    expect(hand.state().history.present).toEqual(before);
    hand.goTo({ field: 'infrastructure' }).press('space', 'alt+n');
    const ticked = hand.answer({ field: 'infrastructure' });
    letters('serverless');
    expect(JSON.stringify(hand.answer({ field: 'infrastructure' }))).toContain('serverless');
    hand.do((state) => typedSoFar(state, ' '));
    expect(hand.answer({ field: 'infrastructure' })).toEqual(ticked);
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
