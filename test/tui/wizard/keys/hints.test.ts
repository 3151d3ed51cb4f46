import { describe, expect, it } from 'vitest';
import { helpRows } from '../../../../src/tui/wizard/keys/table.ts';
import { severityOverlay } from '../../../../src/tui/wizard/state/overlay.ts';
import { keyboard } from '../../pure.ts';

const critical = { issues: [{ id: 'one', severity: 'critical' as const, answers: {} }] };
const at = async (place: Parameters<Awaited<ReturnType<typeof keyboard>>['goTo']>[0], columns = 80) => {
  const hand = (await keyboard(critical, columns)).goTo(place);
  return { hand, hints: () => hand.bottom().at(-1) ?? '' };
};

describe('the bottom line', () => {
  it.each([
    [40, 12],
    [80, 24],
    [120, 36],
  ])('shows the first page’s reader Help and the way out, at %i x %i', async (columns, rows) => {
    const hand = await keyboard({}, columns, rows);
    for (let field = 0; field < 5; field++) {
      const hints = hand.press('tab').bottom().at(-1) ?? '';
      if (hand.state().page !== hand.state().template.pages[0]?.id) break;
      for (const hint of ['F1 help', 'Ctrl+C leave', 'Ctrl+G go to']) expect(hints).toContain(hint);
      expect(hints.length).toBeLessThanOrEqual(columns);
    }
  });

  it('names PgDn where there is a next page', async () => {
    const hand = await keyboard({}, 120, 36);
    const seen = hand.state().template.pages.map((page) => {
      while (hand.state().page !== page.id && !hand.notice().includes('last page')) hand.press('pagedown');
      return hand.press('tab').press('shift+tab').bottom().at(-1)?.includes('PgDn next page');
    });
    expect(seen.at(0)).toBe(true);
    expect(seen.at(-1)).toBe(false);
  });

  it('names the editor in long text and Alt+N on every field, at 80 columns', async () => {
    const { hints } = await at({ field: 'summary' });
    expect(hints()).toContain('Ctrl+O editor');
    expect(hints()).toContain('Alt+N n/a');
    for (const field of ['reviewer', 'risk', 'recommendation', 'validation-coverage', 'auth-issues']) {
      expect((await at({ field })).hints(), field).toContain('Alt+N n/a');
    }
  });

  it('says how a mark is taken back, beside the field too', async () => {
    const { hand, hints } = await at({ field: 'redis-usage' });
    hand.press('alt+n').submit('no Redis');
    expect(hints()).toContain('Alt+N undoes it');
    expect(hand.screen()).toContain('not applicable: no Redis Alt+N undoes it');
  });

  it('tells Shift+Tab, which goes to the previous field, from Esc, which leaves the form', async () => {
    const { hints } = await at({ issue: 'one', field: 'risk' }, 100);
    expect(hints()).toContain('Tab next   Shift+Tab previous   Esc back');
  });

  it('names no key for what is not found', async () => {
    const { hand, hints } = await at({ field: 'risk' });
    hand.press('ctrl+g').type('nothing is called so');
    expect(hints()).not.toMatch(/Enter|↑/);
    hand.press('ctrl+u').type('finish review');
    expect(hints()).toContain('Enter go');
  });

  it('names the keys of what lies over the page', async () => {
    const { hand, hints } = await at({ issue: 'one', field: 'evidence' });
    hand.press('ctrl+l');
    expect(hand.bottom().join('\n')).toContain('Enter confirm   Esc back');
    hand.press('escape').do((state) => ({ ...state, overlay: severityOverlay('one') }));
    expect(hints()).toContain('Enter choose   ↑ ↓ move   1–4 pick   Esc back');
    hand.do((state) => ({
      ...state,
      overlay: { type: 'overwrite', path: 'x', shown: 'x', old: '', difference: [], scroll: 0, at: 0 },
    }));
    expect(hints()).toContain('↑ ↓ 1–3 move');
  });

  it('names the arrows where several can be ticked', async () => {
    const { hints } = await at({ issue: 'one', field: 'category' });
    expect(hints()).toContain('↑ ↓ move');
    expect(hints()).toContain('Space tick');
  });

  it('offers e and d on a checklist’s item only where they do something', async () => {
    const { hand, hints } = await at({ field: 'critical-issues' }, 100);
    expect(hand.focus()).toContain('critical-issues');
    expect(hints()).not.toContain('d delete');
    expect(hints()).not.toContain('e edit');
    hand.press('a').type('Mine').press('escape');
    expect(hints()).toContain('d delete');
    expect(hints()).toContain('e edit');
    expect(helpRows().some(({ does }) => does.includes('replaces its [words]'))).toBe(true);
  });
});

describe('a checklist', () => {
  it('stays in the list after a typed item, ready for another', async () => {
    const { hand } = await at({ field: 'critical-issues' });
    hand.press('a').type('One').press('enter');
    expect(hand.page().join('\n')).toMatch(/▌ \+ /);
    hand.type('Two').press('enter', 'enter').type('x');
    const given = hand.answer({ field: 'critical-issues' });
    const texts = given && 'value' in given && Array.isArray(given.value) ? given.value : [];
    expect(texts.slice(-2)).toEqual([
      { text: 'One', done: false },
      { text: 'Two', done: false },
    ]);
  });
});

describe('one’s own words where several can be ticked', () => {
  it('leave the options and their ticks on the screen', async () => {
    const { hand } = await at({ issue: 'one', field: 'category' });
    hand.press('1', '4').type('Privacy');
    expect(hand.screen()).toContain('[✓] 1 Security');
    expect(hand.screen()).toContain('[ ] 2 Data Integrity');
    expect(hand.screen()).toContain('Category Privacy');
  });
});

it.each([
  ['risk', '1–5 pick'],
  ['recommendation', '1–3 pick'],
])('%s: only the digits that pick something are hinted', async (field, words) => {
  const hand = (await keyboard({}, 120)).goTo({ field });
  expect(hand.bottom().join('\n')).toContain(words);
});
