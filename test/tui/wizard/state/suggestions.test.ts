import { expect, test } from 'vitest';
import { offerFor } from '../../../../src/tui/wizard/state/suggestions.ts';
import { keyboard } from '../../pure.ts';

test('the duration is offered from ten minutes of editing on', async () => {
  const state = (await keyboard()).state();
  const { duration } = state.template.fields;
  const offeredAfter = (worked: number) =>
    duration && offerFor({ ...state, facts: { ...state.facts, worked } }, duration);
  expect(offeredAfter(599)).toBeUndefined();
  expect(offeredAfter(600)).toBe('0.5 hours');
  expect(offeredAfter(9000)).toBe('2.5 hours');
});
