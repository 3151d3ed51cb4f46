import { expect, test } from 'vitest';
import { keyboard } from '../../pure.ts';

const issues = [{ id: 'one', severity: 'critical' as const, answers: { title: { value: 'Old name' } } }];

/** What stands in the question for a filter after these keys. */
async function typed(text: string, ...keys: string[]): Promise<string> {
  const hand = (await keyboard({ issues }))
    .goTo({ issue: 'one', field: 'title' })
    .press('escape', '/')
    .type(text);
  for (const key of keys) {
    if (key.length === 1) hand.type(key);
    else hand.press(key);
  }
  hand.press('enter');
  return hand.state().filter;
}

test('a question shows its label, its placeholder, and what is typed', async () => {
  const hand = (await keyboard({ issues })).goTo({ issue: 'one', field: 'title' }).press('escape', '/');
  expect(hand.screen()).toContain('Only issues with words in any field');
  expect(hand.type('name').screen()).toContain('Only issues with name');
});

test('a question takes no letters of chords, and types on where the caret was', async () => {
  expect(await typed('ab', 'left', 'alt+x', 'ctrl+x', 'X')).toBe('aXb');
});

test('a question moves and deletes like any field', async () => {
  expect(await typed('docs/old name.md', 'home', 'x')).toBe('xdocs/old name.md');
  expect(await typed('abc', 'left', 'left', 'left', 'left', 'left', 'x')).toBe('xabc');
  expect(await typed('abc', 'right', 'right', 'x')).toBe('abcx');
  expect(await typed('one two', 'ctrl+w', 'x')).toBe('one x');
  expect(await typed('one two', 'alt+b', 'ctrl+k', 'x')).toBe('one x');
  expect(await typed('one two', 'ctrl+a', 'delete', 'ctrl+e', 'x')).toBe('ne twox');
  expect(await typed('one two', 'alt+b', 'ctrl+u', 'x')).toBe('xtwo');
  expect(await typed('a👍🏽b', 'left', 'backspace', 'x')).toBe('axb');
});

test('a paste comes whole at the caret of a question, its lines joined and its controls gone', async () => {
  const hand = (await keyboard({ issues })).goTo({ issue: 'one', field: 'title' }).press('escape', '/');
  hand.type('<>').press('left').paste('one\r\n  two\x1b[31m\n').type('!').press('enter');
  expect(hand.state().filter).toBe('<one two!>');
});
