import { describe, expect, it } from 'vitest';
import { columnsOf, displayWidth } from '../../../../src/text/width.ts';
import { keyboard } from '../../pure.ts';

const sizes = [
  [40, 12],
  [80, 24],
  [160, 48],
] as const;
const paragraph = 'Several critical security flaws must be fixed first, and this is what differs: '.repeat(4);
const difference = ['@@ -1,2 +1,2 @@', `-${paragraph}a`, `+${paragraph}b`, ' the end'];

/** The screen where a file exists already at a path. */
async function existing(path: string, columns: number, rows: number, old = 'old') {
  const hand = await keyboard({}, columns, rows);
  return hand.do((state) => ({
    ...state,
    overlay: { type: 'overwrite', path, shown: path, old, difference, scroll: 0, at: 0 },
  }));
}

/** What stands in the box over the page; on a small screen, all rows. */
function inside(rows: string[]): string[] {
  const top = rows.find((row) => row.includes('╭')) ?? '';
  if (top === '') return rows;
  const [from, to] = ['╭', '╮'].map((edge) => displayWidth(top.slice(0, top.indexOf(edge))));
  return rows.slice(rows.indexOf(top)).map((row) => columnsOf(row, (from ?? 0) + 1, to ?? 0));
}

const letters = (text: string) => text.replace(/\s/g, '');

describe.each(sizes)('a file that exists already, at %i x %i', (columns, rows) => {
  it('is named to the end of its path, however long that is', async () => {
    for (const folders of [1, 10, 100]) {
      const path = `/${'folder/'.repeat(folders)}2026-11-25-production-readiness.md`;
      const screen = (await existing(path, columns, rows)).rows();
      expect(letters(inside(screen).join(''))).toContain('-production-readiness.mdalreadyexists.');
      for (const row of screen) expect(displayWidth(row)).toBeLessThanOrEqual(columns);
    }
  });

  it('shows all that differs, page by page, above the choice', async () => {
    const hand = await existing('report.md', columns, rows);
    const seen: string[] = [];
    for (let page = 0; page < 20; page++) {
      seen.push(...inside(hand.rows()));
      expect(hand.rows().join('\n')).toContain('3 Back to the review');
      hand.press('pagedown');
    }
    for (const part of [paragraph.slice(0, 30), 'the end']) {
      expect(letters(seen.join(''))).toContain(letters(part));
    }
    const last = hand.rows();
    for (let page = 0; page < 20; page++) hand.press('pageup');
    expect(hand.rows().join('\n')).toContain('@@ -1,2 +1,2 @@');
    expect(last.join('\n')).toContain('the end');
  });
});

it.each([
  [100, 24, true],
  [160, 48, true],
  [80, 24, false],
])('a box over the page at %i x %i: %s', async (columns, rows, isBox) => {
  const screen = (await existing('report.md', columns, rows)).rows();
  expect(screen.some((row) => row.includes('╭'))).toBe(isBox);
  expect(inside(screen).join('\n')).toContain('report.md already exists.');
  if (isBox) expect(screen[1], 'the pages stay in view').toContain('Review details');
});

describe('the choice', () => {
  it('is another path at first, and a digit alone overwrites nothing', async () => {
    const hand = await existing('report.md', 80, 24);
    expect(hand.rows().join('\n')).toContain('❯ 1 Another path');
    hand.press('2');
    expect(hand.effects).toEqual([]);
    expect(hand.rows().join('\n')).toContain('❯ 2 Overwrite it');
    hand.press('enter');
    expect(hand.effects).toEqual([{ do: 'write', path: 'report.md', seen: 'old' }]);
  });

  it('goes back to the review, or to the path as it was typed', async () => {
    const back = (await existing('report.md', 80, 24)).press('up', 'enter');
    expect(back.state().overlay).toBeNull();
    const path = (await existing('docs/other.md', 80, 24)).press('enter');
    expect(path.state().overlay).toMatchObject({ type: 'finish', path: { text: 'docs/other.md' } });
  });
});
