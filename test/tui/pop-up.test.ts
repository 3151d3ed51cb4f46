import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../src/text/width.ts';
import { panel } from '../../src/tui/panel.ts';
import { boxed, laidOver } from '../../src/tui/pop-up.ts';
import { plainText, rowWidth, seg } from '../../src/tui/row.ts';
import { triageOverlay } from '../../src/tui/wizard/state/overlay.ts';
import { keyboard } from './pure.ts';

describe('a box over a page', () => {
  it('leaves what is around it in its columns, wide characters too', () => {
    const under = panel(['plain words here', '漢字漢字漢字漢字', ''].map((text) => [seg(text)]));
    const box = boxed(panel([[seg('a')]], { cursor: { x: 1, y: 0 } }), 5);
    const { rows, cursor } = laidOver(under, box, 5, { x: 3, y: 0 });
    expect(rows.map(plainText)).toEqual(['pla╭───╮rds here', '漢 │a  │漢字漢字', '   ╰───╯']);
    expect(cursor).toEqual({ x: 5, y: 1 });
  });

  it('cuts a text at any two columns into so many of them', () => {
    const text = 'a漢👩‍👩‍👧b́c';
    for (let from = 0; from < 7; from++) {
      for (let to = from; to <= 7; to++) expect(rowWidth([seg(columnsOf(text, from, to))])).toBe(to - from);
    }
  });
});

describe.each([
  [100, 24],
  [120, 36],
  [160, 48],
  [200, 60],
])('a pop-up at %i by %i', (columns, rows) => {
  const pages = /┬ Review details ─/;
  it.each(['', 'sign', 'no such thing'])('shows the page around the list for “%s”', async (query) => {
    const hand = (await keyboard({}, columns, rows)).press('ctrl+g').type(query);
    const shown = hand.rows();
    expect(shown).toHaveLength(rows);
    for (const row of shown) expect(rowWidth([seg(row)])).toBeLessThanOrEqual(columns);
    expect(shown[1]).toMatch(pages);
    expect(shown.join('\n')).toMatch(/╭─+╮/);
    expect(hand.bottom().join('\n')).toContain('Esc back');
  });

  it('keeps its place while what it finds changes', async () => {
    const hand = (await keyboard({}, columns, rows)).press('ctrl+g');
    const frame = () =>
      hand.rows().flatMap((row, at) => (/[╭╰]─/.test(row) ? [[at, row.search(/[╭╰]─/)]] : []));
    const before = frame();
    expect(hand.type('sign').press('down') && frame()).toEqual(before);
  });

  it('asks for the severity in a box', async () => {
    const hand = await keyboard({ issues: [{ id: 'a', severity: 'high', answers: {} }] }, columns, rows);
    hand.goTo({ issue: 'a', field: 'title' }).press('shift+tab', 'enter');
    expect(hand.rows().join('\n')).toMatch(/│ +❯ 2 HIGH +│/);
  });
});

it('asks why a finding is dismissed in a box over the findings', async () => {
  const hand = (await keyboard({}, 120, 36)).do((state) => ({
    ...state,
    overlay: { type: 'dismiss', at: 0, under: triageOverlay },
  }));
  const [, rule = '', title = ''] = hand.rows();
  expect(rule).not.toContain('Pages');
  expect(title).toContain('Findings');
  expect(hand.rows().join('\n')).toMatch(/│ +❯ 1 false positive +│/);
});

it('takes the whole screen where it is narrow', async () => {
  const hand = (await keyboard({}, 80, 24)).press('ctrl+g');
  expect(hand.rows().join('\n')).not.toMatch(/[╭╰]/);
});
