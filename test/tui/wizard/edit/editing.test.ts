import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../../../src/fields/field.ts';
import type { ChecklistItem } from '../../../../src/fields/value.ts';
import { checklistControl } from '../../../../src/tui/wizard/controls/checklist.ts';
import { handedOver, takenBack } from '../../../../src/tui/wizard/edit/editor-handoff.ts';
import { keyboard } from '../../pure.ts';

const security = { field: 'security' };
const critical = { issues: [{ id: 'one', severity: 'critical' as const, answers: {} }] };

/** Ctrl+O, and an editor that makes this of the text. */
async function edited(hand: Awaited<ReturnType<typeof keyboard>>, change: (text: string) => string) {
  hand.press('ctrl+o');
  expect(hand.effects.at(-1)).toEqual({ do: 'editor' });
  const handed = handedOver(hand.state());
  if (!handed) throw new Error('nothing was handed over');
  hand.do((state) => takenBack(state, handed, change(handed.text)));
  return handed.text;
}

describe('a checklist in the editor', () => {
  const items = (hand: Awaited<ReturnType<typeof keyboard>>) => {
    const given = hand.answer(security);
    return given && 'value' in given ? (given.value as ChecklistItem[]) : [];
  };

  it('goes as the list that the report has, and comes back with its ticks, reasons and own items', async () => {
    const hand = (await keyboard()).goTo(security);
    const text = await edited(hand, (lines) =>
      `${lines}\n- [x] Ours\n* not boxed\n[X] no bullet\n\n`
        .replace('[ ]', '[x]')
        .replace(/^(- \[ \] .*)$/m, '$1 (N/A: no such thing)'),
    );
    expect(text.split('\n').every((line) => /^- \[ \] \S/.test(line))).toBe(true);
    const [first, second, ...others] = items(hand);
    expect(first).toMatchObject({ done: true });
    expect(second).toMatchObject({ done: false, notApplicable: 'no such thing' });
    expect(others.slice(-3)).toEqual([
      { text: 'Ours', done: true },
      { text: 'not boxed', done: false },
      { text: 'no bullet', done: true },
    ]);
    hand.press('ctrl+z');
    expect(items(hand)).toEqual([]);
  });

  it("brings the template's own items back that were deleted, and says so", async () => {
    const hand = (await keyboard()).goTo(security).press('space');
    const before = items(hand);
    await edited(hand, (lines) => `${lines.split('\n').slice(1).reverse().join('\n')}\n- [ ] Ours`);
    expect(hand.notice()).toBe(`“${before[0]?.text}” belongs to the template: restored, unticked.`);
    expect(items(hand)).toEqual([
      ...before.map((item) => ({ ...item, done: false })),
      { text: 'Ours', done: false },
    ]);
    await edited(hand, () => '');
    expect(hand.notice()).toContain(`${before.length} items belong to the template`);
  });

  it('goes as a whole while an item is being typed', async () => {
    const hand = (await keyboard()).goTo(security).press('a').type('Ours');
    await edited(hand, (lines) => lines.replace('- [ ] Ours', '- [x] Ours too'));
    expect(items(hand).at(-1)).toEqual({ text: 'Ours too', done: true });
    expect(hand.state().own).toBe(false);
    hand.press('space');
    expect(items(hand).at(-1)).toEqual({ text: 'Ours too', done: false });
  });

  it('comes back as it went, whatever its items look like', () => {
    const block = fc.constantFrom('word', ' ', '\n', '  ', '- ', '[x] ', '(N/A)', '(N/A: no)', '```', '1. ');
    const words = fc.array(block, { minLength: 1, maxLength: 6 }).map((all) => `${all.join('')}.`);
    const item: fc.Arbitrary<ChecklistItem> = fc.record(
      { text: words, done: fc.boolean(), notApplicable: fc.oneof(fc.constant(''), words) },
      { requiredKeys: ['text', 'done'] },
    );
    const field = { kind: 'checklist' } as Field;
    fc.assert(
      fc.property(fc.array(item, { maxLength: 4 }), (given) => {
        expect(checklistControl.value(checklistControl.text(given, field), field, given)).toEqual(given);
      }),
    );
  });
});

describe('Ctrl+O where there is no text', () => {
  it.each([
    ['on an issue', { issue: 'one', field: 'title' }, ['escape'], 'press Enter to open this'],
    ['on a choice', { field: 'risk' }, [], 'choose “other…”'],
    ['on the verdict', { field: 'recommendation' }, [], 'takes one of its options'],
  ] as const)('says what to do instead %s', async (_, place, keys, words) => {
    const hand = (await keyboard(critical)).goTo(place).press(...keys, 'ctrl+o');
    expect(hand.effects).toEqual([]);
    expect(hand.notice()).toContain(words);
  });
});
