import { expect, it } from 'vitest';
import {
  firstGroup,
  groupName,
  groupOfEdit,
  isGroupOf,
  openGroup,
} from '../../../../src/tui/wizard/state/undo-group.ts';

const fresh = firstGroup(1000);
const word = groupOfEdit(fresh, 'insert', false);

it('holds the letters of a word, and deletions in a row', () => {
  expect(word.id).toBe(fresh.id);
  expect(groupOfEdit(word, 'insert', false)).toBe(word);
  const deletions = groupOfEdit(word, 'delete', false);
  expect(deletions.id).not.toBe(word.id);
  expect(groupOfEdit(deletions, 'delete', false)).toBe(deletions);
  expect(groupOfEdit(deletions, 'insert', false).id).not.toBe(deletions.id);
});

it('ends where the next word begins, and where another one is opened', () => {
  expect(groupOfEdit(word, 'insert', true).id).not.toBe(word.id);
  expect(openGroup({ group: word }).group).toEqual({ id: word.id + 1, does: null });
});

it('has another name in a later session, and for another field', () => {
  const later = groupOfEdit(firstGroup(1001), 'insert', false);
  expect(groupName(later, 'summary')).not.toBe(groupName(word, 'summary'));
  const name = groupName(word, 'issue/a/title');
  expect(isGroupOf(name, { issue: 'a', field: 'title' })).toBe(true);
  expect(isGroupOf(name, { issue: 'a', field: 'impact' })).toBe(false);
  expect(isGroupOf(name, { field: 'title' })).toBe(false);
});
