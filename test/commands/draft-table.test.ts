import { expect, test } from 'vitest';
import { draftTable, localSecond } from '../../src/commands/printing/draft-table.ts';

const summary = (id: string, edited: Date) => ({
  id,
  title: 'Sanctum v1.4.2',
  version: 'v1.4.2',
  reviewer: 'Ada',
  progress: 0.39,
  counts: { critical: 1, high: 0, medium: 0, low: 0 },
  edited: edited.toISOString(),
  made: edited.toISOString(),
  verdict: '',
});

test('drafts are listed by the minute, earlier states of one by the second', () => {
  const states = [40, 12].map((second, at) => summary(`${2 - at}`, new Date(2026, 10, 28, 7, 13, second)));
  expect(draftTable(states)).toMatch(/^2 .* 2026-11-28 07:13\n1 .* 2026-11-28 07:13\n$/);
  expect(draftTable(states, localSecond)).toMatch(/^2 .* 2026-11-28 07:13:40\n1 .* 07:13:12\n$/);
});
