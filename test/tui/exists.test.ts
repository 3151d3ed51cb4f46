import { describe, expect, it } from 'vitest';
import { lineWidth, plainText } from '../../src/tui/line.ts';
import { choices, saidOf, scrolledBy, type There } from '../../src/tui/wizard/overlays/overwrite.ts';
import { geometryOf } from '../../src/tui/wizard/render/geometry.ts';

const sizes = [
  [40, 12],
  [80, 24],
  [160, 48],
].map(([columns = 0, rows = 0]) => ({ columns, rows }));
const paragraph = 'Several critical security flaws must be fixed first, and this is what differs: '.repeat(4);
const difference = ['@@ -1,2 +1,2 @@', `-${paragraph}a`, `+${paragraph}b`, ' the end'];
const there = (shown: string): There => ({
  type: 'exists',
  path: shown,
  shown,
  old: '',
  difference,
  scroll: 0,
});

describe('a report that is there already', () => {
  it('is named to the end of its path, however long that is', () => {
    for (const size of sizes) {
      for (const folders of [1, 10, 100]) {
        const path = `/${'folder/'.repeat(folders)}2026-11-25-production-readiness.md`;
        const { title } = saidOf(there(path), size);
        expect(title.length).toBeLessThanOrEqual(3);
        for (const row of title) expect(row.length).toBeLessThanOrEqual(size.columns - 3);
        expect(title.join('')).toContain(
          '-production-readiness.md is there already.'.replaceAll(' ', '').slice(0, 20),
        );
        expect(title.join(' ')).toMatch(/already\.$/);
      }
    }
  });

  it('shows all of every line that differs, with room for the choice below', () => {
    for (const size of sizes) {
      const { rows, room, title, airy } = saidOf(there('report.md'), size);
      for (const row of rows) expect(lineWidth(row)).toBeLessThanOrEqual(size.columns - 3);
      const letters = (text: string) => text.replace(/\s/g, '');
      expect(letters(rows.map(plainText).join(''))).toBe(letters(difference.join('')));
      const taken = title.length + 1 + room + (airy ? 1 : 0) + choices.length;
      expect(taken).toBeLessThanOrEqual(geometryOf(size).height);
    }
  });

  it('is scrolled by pages to its last row and back', () => {
    for (const size of sizes) {
      let now = there('report.md');
      for (let page = 0; page < 20; page++) now = scrolledBy(now, 1, size);
      const { rows, room } = saidOf(now, size);
      expect(now.scroll).toBe(Math.max(0, rows.length - room));
      for (let page = 0; page < 20; page++) now = scrolledBy(now, -1, size);
      expect(now.scroll).toBe(0);
    }
  });
});
