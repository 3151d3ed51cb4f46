import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../src/review/review.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import { setSeverity } from '../../../../src/tui/wizard/lists/lists.ts';
import { plan } from '../../../../src/tui/wizard/lists/planning.ts';
import { visitPage } from '../../../../src/tui/wizard/navigation/navigate.ts';
import { checkedNow } from '../../../../src/tui/wizard/state/problems.ts';
import { draftOf, wizard, world } from '../../driver.tsx';
import { keyboard } from '../../pure.ts';

const issue = (id: string, severity: Issue['severity'], title: string): Issue => ({
  id,
  severity,
  answers: { title: { value: title } },
});
const issues = [
  issue('a', 'critical', 'Root password'),
  issue('b', 'critical', 'Ignored errors'),
  issue('c', 'high', 'No timeouts'),
];

describe('p on the action plan', () => {
  it('plans what is serious as one step, and asks for the owner', async () => {
    const hand = await keyboard({ issues });
    hand.do((state) => visitPage(state, 'plan')).press('p');
    expect(hand.notice()).toBe(
      '3 actions planned from critical and high issues. Enter goes through what each still needs.',
    );
    hand.type('Ada').press('escape');
    expect(hand.screen()).toContain('1. CRITICAL-1: Root password');
    expect(hand.screen()).toContain('Owner: Ada');
    expect(hand.screen()).toContain('2. CRITICAL-2: Ignored errors');
    hand.press('p');
    expect(hand.notice()).toBe('Every critical and high issue is already in the plan.');
    hand.press('ctrl+z', 'ctrl+z');
    expect(hand.state().history.present.items).toEqual({});
  });

  it('goes by Enter through what each action lacks, and back to where it was', async () => {
    const hand = (await keyboard({ issues })).goTo({ field: 'reviewer' });
    hand.do((state) => plan(state, ['critical', 'high']));
    const fields = () => hand.focus().split('/').at(-1);
    expect(fields()).toBe('owner');
    // What is being asked for is not a problem yet.
    expect(hand.do(checkedNow).screen()).not.toContain('!');
    hand.type('Ada').press('enter').type('+2w').press('enter');
    expect(hand.notice()).toBe('Action 2 of 3. Enter goes on, Esc ends.');
    // What is left empty is passed, and said in the end.
    hand.press('enter').type('+3w').press('enter');
    // A high issue is planned after the deployment, without a deadline.
    hand.type('Grace').press('enter');
    expect(hand.focus()).toContain('reviewer');
    expect(hand.notice()).toContain('One owner or deadline is still missing. Ctrl+R lists the problems.');
    const dates = hand.state().history.present.items.immediate?.map(({ answers }) => answers.deadline);
    expect(dates?.[0]).toMatchObject({ value: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
    hand.do(checkedNow).press('ctrl+r').type('/ignored owner').press('enter');
    expect(hand.screen()).toContain('! The action "Ignored errors" has no Owner');
  });

  it('plans nothing for an issue that has no title yet', async () => {
    const bare: Issue = { id: 'bare', severity: 'critical', answers: {} };
    const hand = await keyboard({ issues: [bare, issue('h', 'high', 'No timeouts')] });
    hand.do((state) => plan(state, ['critical', 'high']));
    expect(hand.state().history.present.items).toMatchObject({ 'short-term': [{ issues: ['h'] }] });
    hand.do((state) => plan(state, ['critical']));
    expect(hand.notice()).toBe('There are no critical issues to plan.');
  });

  it('promises no way through actions that have neither owner nor deadline', async () => {
    const hand = await keyboard({ issues: [issue('m', 'medium', 'Weak hash')] });
    hand.do((state) => plan(state, ['medium']));
    expect(hand.notice()).toBe('One action planned from medium issues.');
  });

  it('is left by any other key', async () => {
    const hand = await keyboard({ issues });
    hand.do((state) => visitPage(state, 'plan')).press('p', 'tab', 'tab');
    expect(hand.state().walk).toBeNull();
    hand.press('shift+tab').press('enter');
    expect(hand.focus()).toContain('effort');
  });

  it('keeps the numbers right when they change', async () => {
    const hand = await keyboard({ issues });
    hand.do((state) => visitPage(state, 'plan')).press('p', 'escape');
    hand.do((state) => setSeverity(state, 'a', 'low')).do((state) => visitPage(state, 'plan'));
    expect(hand.screen()).toContain('1. LOW-1: Root password');
    expect(hand.screen()).toContain('2. CRITICAL-1: Ignored errors');
  });

  it('says so where there is nothing to plan', async () => {
    const hand = await keyboard();
    hand.do((state) => visitPage(state, 'plan')).press('p');
    expect(hand.notice()).toBe('There are no critical and high issues to plan.');
  });
});

describe('the issues that an action is about', () => {
  it('are linked by typing their numbers first, as one step with the words', async () => {
    const hand = await keyboard({ issues });
    hand.do((state) => visitPage(state, 'plan')).press('a');
    hand.type('HIGH-1: add them').press('tab');
    const [item] = hand.state().history.present.items.immediate ?? [];
    expect(item).toMatchObject({ issues: ['c'], answers: { action: { value: 'add them' } } });
    hand.press('ctrl+z');
    expect(hand.answer({ list: 'immediate', item: item?.id ?? '', field: 'action' })).not.toEqual({
      value: 'add them',
    });
  });

  it('are named whole in the form of an action, beside the key that chooses them', async () => {
    const title = 'Hardcoded root admin password in the bootstrap';
    const item = { id: 'one', answers: {}, issues: ['a'] };
    const hand = await keyboard(
      {
        issues: [{ id: 'a', severity: 'critical', answers: { title: { value: title } } }],
        items: { immediate: [item] },
      },
      80,
    );
    hand.goTo({ list: 'immediate', item: 'one', field: 'action' }).press('tab', 'tab', 'tab', 'tab', 'tab');
    expect(hand.screen()).toContain('▌ Issues CRITICAL-1 Hardcoded root admin');
    expect(hand.screen()).toContain('bootstrap Enter chooses');
    for (const row of hand.page()) expect(displayWidth(row)).toBeLessThanOrEqual(80);
  });

  it('are chosen from all there are, and can be taken away again', async () => {
    const given = world();
    const draft = await draftOf(given, {
      issues,
      items: { immediate: [{ id: 'one', answers: { action: { value: 'Do it' } } }] },
    });
    const app = await wizard(given, draft);
    await app.see('Review details');
    await app.goTo('do it');
    await app.see('those that it is about');
    app.press('tab', 'tab', 'tab', 'tab', 'tab');
    await app.see('Enter chooses');
    app.press('enter');
    await app.see('Issues of “Do it”');
    app.type('ignored');
    await app.see('1 of 3');
    app.press('enter');
    await app.see('✓ linked');
    app.press('escape');
    await app.see('Enter chooses');
    app.press('enter');
    await app.see('✓ linked');
    app.type('ignored');
    await app.see('1 of 3');
    app.press('enter');
    await app.gone('✓ linked');
    app.press('escape');
    await app.see('those that it is about');
    const left = await app.leave();
    expect(left.review.items.immediate?.[0]?.issues).toBeUndefined();
  });
});
