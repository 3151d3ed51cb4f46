import { renderToString } from 'ink';
import { expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import type { Issue } from '../../src/review/review.ts';
import { plainText } from '../../src/tui/line.ts';
import { geometryOf } from '../../src/tui/wizard/render/geometry.ts';
import { stillOf } from '../../src/tui/wizard/render/still.ts';
import { Wizard } from '../../src/tui/wizard/screen/Wizard.tsx';
import { settled } from '../../src/tui/wizard/session/settle.ts';
import { createStore } from '../../src/tui/wizard/state/store.ts';
import { keyboard } from './pure.ts';

const answers = {
  'review-date': { value: '2026-02-13' },
  reviewer: { value: 'Ada 👩‍🔧 Park' },
  summary: { value: `Several words.\n\n${'one long line of them '.repeat(20)}\n\tend — 終わり` },
};

const issue = (at: number): Issue => ({
  id: `i${at}`,
  severity: 'high',
  answers: { title: { value: `Ignored errors, ${'again '.repeat(at)}` }, impact: { value: ['a', 'b'] } },
});

const context = { now: () => new Date(), env: {} } as unknown as Context;

const words = (rows: string[]): string[] => rows.map((row) => row.trimEnd());

/** The rows that the components draw. */
function drawn(state: Parameters<typeof stillOf>[0]): string[] {
  const { columns } = geometryOf(state.size);
  const store = createStore(state, () => {}, settled);
  return words(renderToString(<Wizard store={store} context={context} />, { columns }).split('\n'));
}

test.each([
  [120, 36],
  [100, 24],
  [80, 24],
  [60, 12],
])('what is painted before Ink is loaded is what Ink draws, at %i x %i', async (columns, rows) => {
  const issues = Array.from({ length: 30 }, (_, at) => issue(at));
  const hand = await keyboard({ answers, issues }, columns, rows);
  let compared = 0;
  for (let page = 0; page < 14; page += 1) {
    for (let field = 0; field < 6; field += 1) {
      const still = stillOf(hand.state());
      if (still) {
        expect(words(still.map(plainText))).toEqual(drawn(hand.state()));
        compared += 1;
      }
      hand.press('tab');
    }
    hand.press('pagedown');
  }
  expect(compared).toBeGreaterThan(30);
});

test('a screen with a menu, a question or the report beside the page is left to Ink', async () => {
  const wide = await keyboard({}, 160, 40);
  expect(stillOf(wide.state())).toBeNull();
  const asking = await keyboard();
  asking.press('ctrl+g');
  expect(stillOf(asking.state())).toBeNull();
});
