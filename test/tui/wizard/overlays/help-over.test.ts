import { describe, expect, test } from 'vitest';
import { bufferOf } from '../../../../src/text/buffer.ts';
import type { Overlay } from '../../../../src/tui/wizard/state/overlay.ts';
import type { State } from '../../../../src/tui/wizard/state/state.ts';
import { keyboard } from '../../pure.ts';

const finish: Overlay = { type: 'finish', path: bufferOf('report.md'), at: 0, reason: bufferOf('') };

/** What lies over the page, by the keys that open it. */
const overlays: [string, string[]][] = [
  ['Go to', ['ctrl+g']],
  ['Problems', ['ctrl+r']],
  ['the preview', ['ctrl+p']],
  ['a question', ['alt+n']],
];

describe('F1 over what lies over the page', () => {
  test.each(overlays)('%s: shows Help, and Esc comes back to it as it was', async (_, keys) => {
    const hand = await keyboard();
    hand.goTo({ field: 'summary' }).press(...keys);
    const before = hand.state().overlay;
    expect(before).not.toBeNull();
    f1(hand);
    expect(hand.state().overlay).toMatchObject({ type: 'help', under: before });
    hand.press('escape');
    expect(hand.state().overlay).toEqual(before);
  });

  test('it types nothing in Help itself', async () => {
    const hand = await keyboard();
    f1(hand);
    const before = hand.state().overlay;
    f1(hand);
    expect(hand.state().overlay).toEqual(before);
  });
});

test('Help over a list begins with the keys of lists', async () => {
  const hand = (await keyboard()).press('ctrl+r');
  f1(hand);
  expect(hand.rows().slice(0, 6).join('\n')).toContain('In Go to, Problems and other lists');
});

test.each([
  ['Finish', 'In Finish', (state: State) => ({ ...state, overlay: finish })],
  ['a text', 'In text', (state: State) => state],
])('Help over %s begins with %s', async (_, group, open) => {
  const hand = (await keyboard()).goTo({ field: 'summary' }).do(open);
  f1(hand);
  expect(hand.rows().slice(0, 6).join('\n')).toContain(group);
});

/** As the terminal sends it: Ink takes it for Ctrl+?, with that text. */
function f1(hand: Awaited<ReturnType<typeof keyboard>>): void {
  hand.key('f1', '?');
}
