import { expect, test } from 'vitest';
import { isOpenError, overrideFor } from '../../../../src/checks/problem.ts';
import { askWrite, overrideProblem } from '../../../../src/tui/wizard/edit/fixes.ts';
import { problemsFor } from '../../../../src/tui/wizard/state/problems.ts';
import { keyboard } from '../../pure.ts';

test('a path without .md is refused, unless the report was written there before', async () => {
  const hand = await keyboard();
  const state = problemsFor(hand.state())
    .filter(isOpenError)
    .reduce((now, one) => overrideProblem(now, overrideFor(one), 'Known'), { ...hand.state(), cwd: '/r' });
  expect(askWrite(state, 'REPORT')).toMatchObject({ notice: { text: expect.stringContaining('.md') } });
  const written = { path: '/r/REPORT', at: '2026-11-27T12:00:00Z' };
  expect(askWrite({ ...state, facts: { ...state.facts, written } }, 'REPORT')).toMatchObject({
    effect: { do: 'write', path: 'REPORT' },
  });
});
