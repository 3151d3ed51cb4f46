import { describe, expect, it } from 'vitest';
import { draftOf, wizard, world } from '../../driver.tsx';

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
    await screen.see('new review');
    await screen.see('Grace');
    const kept = given.drafts.load(draft.id);
    expect(kept.ok && kept.value.review.answers.reviewer).toEqual({ value: 'Grace' });
    screen.press('enter');
    await screen.see('▌ Reviewer Grace');
  });
});

describe('the list of problems', () => {
  it('has its own title with how many there are, and names the group of a field', async () => {
    const given = world();
    const screen = await wizard(given, await draftOf(given));
    screen.press('ctrl+r');
    await screen.see('Problems (');
    expect(screen.frame()).toMatch(/Problems \(\d\d+\)/);
    screen.type('authorization status');
    await screen.see('❯ Authentication & Authorization › Status');
  });
});
