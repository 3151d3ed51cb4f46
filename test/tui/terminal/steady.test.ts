import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, padEnd, truncate } from '../../../src/text/width.ts';
import { steady } from '../../../src/tui/terminal/steady.ts';
import { signs } from '../../../src/tui/theme.ts';
import { runs } from '../../runs.ts';

const uncertain = ['⚠️', '✍️', '❤', '👩‍👩‍👧', '👍🏽', '🇩🇪', '1️⃣', '🦊', 'क्षि', 'é', '️', '©', '🫩'];
const certain = ['a', ' ', '世', 'ß', '│', '✓', '—', 'ж'];

/** Columns of a character alone, and of one that joins the one before, as some terminals have them. */
const models = {
  'knows no sequences, and emoji of one column': (code: number) => (code >= 0x1f000 ? 1 : 1),
  'knows no sequences': (code: number) => (code >= 0x1f000 || (code >= 0x4e00 && code < 0xa000) ? 2 : 1),
  'has all symbols in two columns': (code: number) => (code >= 0x2600 && code !== 0x2713 ? 2 : 1),
};
const joins = (code: number) =>
  code === 0x200d || code === 0xfe0f || code === 0x20e3 || (code >= 0x300 && code < 0x370);

async function drawn(
  data: string,
  widthOf: (code: number) => number,
): Promise<(row: number, column: number) => string> {
  const terminal = new xterm.Terminal({ cols: 120, rows: 4, allowProposedApi: true });
  const wcwidth = (code: number) => (joins(code) ? 0 : code < 0x300 ? 1 : widthOf(code)) as 0 | 1 | 2;
  terminal.unicode.register({
    version: 'model',
    wcwidth,
    charProperties: (code, before) => (joins(code) && before >> 1 > 0 ? before | 1 : wcwidth(code) << 1),
  });
  terminal.unicode.activeVersion = 'model';
  await new Promise<void>((done) => terminal.write(data, done));
  return (row, column) => terminal.buffer.active.getLine(row)?.getCell(column)?.getChars() ?? '';
}

describe('what is written to the terminal', () => {
  const texts = fc
    .array(fc.constantFrom(...uncertain, ...certain), { maxLength: 12 })
    .map((all) => all.join(''));

  it.each(Object.entries(models))(
    'has its columns where they belong in a terminal that %s',
    async (name, widthOf) => {
      const wide = name.includes('one column') ? texts.map((text) => text.replaceAll('世', 'x')) : texts;
      await fc.assert(
        fc.asyncProperty(wide, wide, async (one, other) => {
          const [first, second] = [one, other].map((text) => padEnd(truncate(text, 40), 40));
          const at = await drawn(steady(`\x1b[G${first}\x1b[36m|\x1b[39m\r\n${second}|`), widthOf);
          expect([at(0, 40), at(1, 40)], JSON.stringify([one, other])).toEqual(['|', '|']);
        }),
        { numRuns: runs(20) },
      );
    },
  );

  it('is the same as it was where all terminals agree', () => {
    for (const data of ['\x1b[2K\x1b[G ✓ ◐ ○ ! – ▌ ❯ ─│┬┴ █░ · … › → “a” 世界', 'plain\n'])
      expect(steady(data)).toBe(data);
  });

  it('goes on from where a part of a row begins', () => {
    expect(steady('\x1b[11Ga⚠️b')).toBe(`\x1b[11Ga⚠️\x1b[${12 + displayWidth('⚠️')}Gb`);
  });
});

describe('the signs of the program', () => {
  it('have no emoji among them', () => {
    for (const sign of Object.values(signs)) {
      expect(sign).not.toMatch(/\p{Extended_Pictographic}|\p{Emoji_Presentation}/u);
      expect(displayWidth(sign)).toBe(1);
    }
  });
});
