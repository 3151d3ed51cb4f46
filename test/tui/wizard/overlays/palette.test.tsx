import { describe, expect, it } from 'vitest';
import { fieldKey } from '../../../../src/review/review.ts';
import { bufferOf } from '../../../../src/text/buffer.ts';
import type { Picker } from '../../../../src/tui/picker/picker.ts';
import { foundOf } from '../../../../src/tui/picker/picker-panel.ts';
import { openItem } from '../../../../src/tui/wizard/navigation/navigate.ts';
import { goalList } from '../../../../src/tui/wizard/overlays/palette.ts';
import { problemRows } from '../../../../src/tui/wizard/overlays/problems/problems.ts';
import { focusableBlocks } from '../../../../src/tui/wizard/page/view.ts';
import { draftOf, wizard, world } from '../../driver.tsx';
import { keyboard } from '../../pure.ts';

describe('the palette', () => {
  const open = async (query: string, review = {}) => {
    const given = world();
    const draft = await draftOf(given, review);
    const screen = await wizard(given, draft);
    screen.press('ctrl+g');
    await screen.see('any part of a name');
    screen.type(query);
    await screen.see(`Go to ${query}`);
    return { given, draft, screen };
  };

  it('says that a field has the template’s own answer', async () => {
    const { screen } = await open('Review Type');
    expect(screen.frame()).toMatch(/❯ Review details › Review Type +field +template's/);
  });

  it('lists each list once, and goes to it', async () => {
    const { screen } = await open('Technical Debt to');
    expect(
      screen
        .frame()
        .split('\n')
        .filter((line) => line.includes('› Technical Debt to Address')),
    ).toHaveLength(1);
    screen.press('enter');
    await screen.see('▌ + add one');
    expect(screen.frame()).toMatch(/Technical Debt to Address.*\n.*None yet.*\n.*timeline.*\n.*▌ \+ add one/);
  });

  it('calls an action an item', async () => {
    const items = { immediate: [{ id: 'one', answers: {} }] };
    const { screen } = await open('Immediate', { items });
    expect(screen.frame()).toMatch(/Before Deployment\) 1 › 1 +item/);
  });

  it.each(['quit', 'leave'])('finds the way out by “%s”', async (word) => {
    const { screen } = await open(word);
    expect(screen.frame()).toMatch(/❯ Leave \(quit\) +command +Ctrl\+C/);
  });

  it.each(['home', 'drafts'])('goes to the drafts by “%s”, with everything saved', async (word) => {
    const { given, draft, screen } = await open('Reviewer');
    screen.press('enter');
    await screen.see('▌ Reviewer');
    screen.type('Grace');
    await screen.see('▌ Reviewer Grace');
    await screen.goTo(word);
    await screen.see('New review');
    await screen.see('Grace');
    const kept = given.drafts.load(draft.id);
    expect(kept.ok && kept.value.review.answers.reviewer).toEqual({ value: 'Grace' });
    screen.press('enter');
    await screen.see('▌ Reviewer Grace');
  });

  it('lists a draft in the trash by its title and progress, as it was left', async () => {
    const { screen } = await open('Reviewer');
    screen.press('enter');
    await screen.see('▌ Reviewer');
    screen.type('Grace');
    await screen.see('▌ Reviewer Grace');
    await screen.goTo('home');
    await screen.see('❯ Sanctum');
    const progress = / (\d+)% /.exec(screen.frame())?.[1];
    screen.press('d');
    await screen.see('Press t to restore it from the trash');
    screen.press('t');
    await screen.see(`❯ Sanctum`);
    expect(screen.frame()).toContain(` ${progress}%`);
  });
});

it('shows the commands and the pages while nothing is typed, and finds first what one is in', async () => {
  const issues = ['a', 'b'].map((id) => ({
    id,
    severity: 'high' as const,
    answers: { title: { value: id } },
  }));
  const hand = (await keyboard({ issues })).goTo({ issue: 'b', field: 'title' }).press('ctrl+g');
  const { picker } = hand.state().overlay as { picker: Picker };
  const kinds = new Set(foundOf(goalList(hand.state()), picker).map(({ kind }) => kind));
  expect([...kinds]).toEqual(['command', 'page']);
  hand.type('impact').press('enter');
  expect(hand.focus()).toContain('issue/b/impact');
});

describe('the fields of items', () => {
  const item = (id: string, action: string) => ({ id, answers: { action: { value: action } } });
  const review = {
    issues: [{ id: 'a', severity: 'high' as const, answers: { title: { value: 'Untidy' } } }],
    items: {
      immediate: [item('x', 'Close it'), { ...item('y', 'Sweep'), issues: ['a'] }],
      debt: [{ id: 'd', answers: {} }],
      delta: [{ id: 'e', answers: {} }],
    },
  };

  it.each(['owner', 'deadline', 'blocks deploy', 'immediate 1 owner'])('are found by “%s”', async (words) => {
    const hand = (await keyboard(review)).press('ctrl+g').type(words).press('enter');
    expect(hand.focus()).toMatch(/^list\/immediate\/x\/(owner|deadline|blocks)$/);
  });

  it('are found first in the item that is open, and by what it is about', async () => {
    const hand = (await keyboard(review)).goTo({ list: 'immediate', item: 'y', field: 'action' });
    expect(hand.press('ctrl+g').type('owner').press('enter').focus()).toBe('list/immediate/y/owner');
    hand.press('ctrl+g').type('high-1: sweep').press('enter');
    expect(hand.state().open).toEqual({ list: 'immediate', item: 'y' });
  });

  it('are those of its form', async () => {
    const { template } = (await keyboard(review)).state();
    for (const [list, [one]] of Object.entries(review.items)) {
      const hand = await keyboard(review);
      hand.do((state) => openItem(state, list, one?.id ?? ''));
      for (const block of focusableBlocks(hand.state())) {
        if (!('field' in block)) continue;
        const { label, hint, id } = block.field;
        const query = bufferOf(`${template.lists[list]?.title} 1 ${label || hint || id}`);
        const found = foundOf(goalList(hand.state()), { query, at: 0, top: 0 });
        expect(found.map((goal) => goal.id)).toContain(`field:${fieldKey(block.place)}`);
      }
    }
  });
});

it('keeps an error with a reason from the list of problems, and counts it no more', async () => {
  const answers = { 'review-date': { value: 'soon' } };
  const hand = (await keyboard({ answers })).press('ctrl+r');
  expect(problemRows(hand.state()).found).toHaveLength(1);
  hand.press('tab');
  expect(hand.state().overlay).toMatchObject({ type: 'problems', list: 'unanswered' });
  hand.press('tab', 'alt+o').type('agreed').press('enter');
  expect(hand.state().overlay).toMatchObject({ type: 'problems', list: 'found' });
  expect(problemRows(hand.state()).found[0]?.first.overridden).toBe('agreed');
  hand.press('alt+o');
  expect(problemRows(hand.state()).found[0]?.first.overridden).toBeUndefined();
});

describe('the list of problems', () => {
  it('has its own title with how many there are, and names the group of a field', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('ctrl+r');
    await screen.see('Unanswered (');
    expect(screen.frame()).toMatch(/Unanswered \(\d\d+\)/);
    screen.type('authorization status');
    await screen.see('❯ ○ Authentication & Authorization Status');
  });
});
