import { expect, test } from 'vitest';
import { keyboard } from '../../pure.ts';

const issues = [{ id: 'one', severity: 'high' as const, answers: { title: { value: 'Slow' } } }];

async function menu() {
  const hand = (await keyboard({ issues })).goTo({ issue: 'one', field: 'title' }).press('escape', 'm');
  return { hand, severity: () => hand.state().history.present.issues[0]?.severity };
}

test('the menu starts at the severity that the issue has, and Enter takes what the arrows went to', async () => {
  const { hand, severity } = await menu();
  expect(hand.screen()).toContain('❯ 2 HIGH');
  hand.press('down', 'down', 'enter');
  expect(severity()).toBe('low');
});

test('a digit takes at once; chords, pastes and digits beyond the menu take nothing', async () => {
  const { hand, severity } = await menu();
  hand.press('alt+1', '9').paste('1').press('down');
  expect(hand.screen()).toContain('❯ 3 MEDIUM');
  expect(severity()).toBe('high');
  hand.press('1');
  expect(severity()).toBe('critical');
});
