import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../../src/review/review.ts';
import { hintsOf } from '../../../../src/tui/keys/key-rows.ts';
import { keysHere } from '../../../../src/tui/wizard/keys/table.ts';
import { focusOn } from '../../../../src/tui/wizard/navigation/navigate.ts';
import { focusableBlocks } from '../../../../src/tui/wizard/page/view.ts';
import { pagesOf, type State } from '../../../../src/tui/wizard/state/state.ts';
import { keyboard } from '../../pure.ts';

const issues: Issue[] = [
  { id: 'a', severity: 'critical', answers: { title: { value: 'One' } } },
  { id: 'b', severity: 'critical', answers: { title: { value: 'Two' } } },
];
const items = {
  immediate: [
    { id: 'x', answers: { action: { value: 'Fix it' } } },
    { id: 'y', answers: { action: { value: 'And this' } } },
  ],
};
const answers = { recommendation: { value: 'GO' } };

/** The keys that are hinted in a state and do nothing there. */
const idle = (state: State): string[] =>
  hintsOf(keysHere(state), state)
    .filter(({ row }) => row.keys.every((key) => row.run(state, key) === state))
    .map(({ keys, does }) => `${keys} ${does}`);

describe('every key that is shown does something', () => {
  it('at every field of every page', async () => {
    const hand = await keyboard({ issues, items, answers });
    let seen = 0;
    for (const _ of pagesOf(hand.state())) {
      for (const block of focusableBlocks(hand.state())) {
        const state = focusOn(hand.state(), block);
        expect(idle(state), `${state.page}: ${block.key}`).toEqual([]);
        seen += 1;
      }
      hand.press('pagedown');
    }
    expect(seen).toBeGreaterThan(150);
  });

  it.each([
    ['Go to', ['ctrl+g']],
    ['Problems', ['ctrl+r']],
    ['the preview', ['ctrl+p']],
    ['Help', ['f1']],
    ['a question', ['alt+n']],
    ['Finish', ['ctrl+g', ...'finish review', 'enter']],
    ['the severity of an issue', ['ctrl+g', ...'change severity', 'enter']],
    ['the issues of an action', ['ctrl+g', ...'fix it', 'enter', 'tab', 'tab', 'tab', 'tab', 'tab', 'enter']],
  ])('in %s', async (_, keys) => {
    const hand = (await keyboard({ issues, items, answers })).goTo({ issue: 'a', field: 'title' });
    for (const key of keys) {
      if (key.length === 1) hand.type(key);
      else hand.press(key);
    }
    expect(hand.state().overlay).not.toBeNull();
    expect(idle(hand.state())).toEqual([]);
  });
});
