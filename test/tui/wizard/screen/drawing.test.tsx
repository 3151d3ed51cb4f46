import { renderToString } from 'ink';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../../../src/context.ts';
import type { Issue } from '../../../../src/review/review.ts';
import { displayWidth } from '../../../../src/text/width.ts';
import { plainText } from '../../../../src/tui/row.ts';
import { geometryOf } from '../../../../src/tui/wizard/render/geometry.ts';
import { screenOf } from '../../../../src/tui/wizard/screen/screen.ts';
import { Wizard } from '../../../../src/tui/wizard/screen/Wizard.tsx';
import { settled } from '../../../../src/tui/wizard/session/settle.ts';
import type { State } from '../../../../src/tui/wizard/state/state.ts';
import { createStore } from '../../../../src/tui/wizard/state/store.ts';
import { keyboard } from '../../pure.ts';

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
const sizes = [
  [160, 40],
  [120, 36],
  [100, 24],
  [80, 24],
  [60, 12],
  [40, 12],
] as const;

const words = (rows: string[]): string[] => rows.map((row) => row.trimEnd());

/** The rows that Ink draws. */
function drawn(state: State): string[] {
  const { columns } = geometryOf(state.size);
  const store = createStore(state, () => {}, settled);
  return words(renderToString(<Wizard store={store} context={context} />, { columns }).split('\n'));
}

/** What lies over the page, opened from any page; Ctrl+L asks in a field of code only. */
const overlays = [[], ['ctrl+g'], ['ctrl+r'], ['ctrl+p'], ['f1'], ['alt+n']];

describe.each(sizes)('at %i x %i', (columns, rows) => {
  const issues = Array.from({ length: 30 }, (_, at) => issue(at));

  test('Ink draws the rows of the screen, and nothing else', async () => {
    const hand = await keyboard({ answers, issues }, columns, rows);
    for (let page = 0; page < 14; page += 1) {
      for (let field = 0; field < 3; field += 1) {
        expect(drawn(hand.state())).toEqual(words(screenOf(hand.state()).rows.map(plainText)));
        hand.press('tab');
      }
      hand.press('pagedown');
    }
  });

  test.each(overlays)('every screen has as many rows as the terminal, none too wide: %s', async (key) => {
    const hand = await keyboard({ answers, issues }, columns, rows);
    for (let page = 0; page < 14; page += 1) {
      if (key) hand.press(key);
      const { rows: shown, cursor } = screenOf(hand.state());
      expect(shown).toHaveLength(rows);
      for (const row of shown) expect(displayWidth(plainText(row))).toBeLessThanOrEqual(columns);
      if (cursor) expect(cursor.x).toBeLessThan(columns);
      if (key) hand.press('escape');
      hand.press('pagedown');
    }
  });
});
