import xterm from '@xterm/headless';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparing } from '../../../src/tui/terminal/sparing.ts';
import { runs } from '../../runs.ts';

const [columns, rows] = [20, 6];
const codes = [1, 2, 22, 3, 23, 7, 27, 31, 36, 39, 41, 49, 0];

/** No row of Ink's is wider than the screen. */
const widthOf = (parts: string[]): number => parts.filter((part) => !part.startsWith('\x1b')).join('').length;

/** What Ink writes for one update: from the top, each row kept or written anew, then back to the cursor. */
const update = fc.record({
  from: fc.nat({ max: rows - 1 }),
  rows: fc.array(
    fc.option(
      fc
        .record({
          column: fc.integer({ min: 1, max: columns - 9 }),
          parts: fc.array(
            fc.oneof(
              fc.constantFrom(...codes).map((code) => `\x1b[${code}m`),
              fc.constantFrom('a', 'bc', ' ', 'é', '─'),
            ),
            { maxLength: 8 },
          ),
        })
        .filter(({ column, parts }) => column - 1 + widthOf(parts) <= columns),
    ),
    { minLength: rows, maxLength: rows },
  ),
  cursor: fc.record({ row: fc.nat({ max: rows - 1 }), column: fc.integer({ min: 1, max: columns }) }),
});

function written(all: ReturnType<typeof update.generate>['value'][]): string[] {
  let row = 0;
  return all.map((one) => {
    const lines = one.rows.map((line, at) => {
      const last = at === rows - 1;
      if (!line) return last ? '' : '\x1b[E';
      return `\x1b[${line.column}G\x1b[K${line.parts.join('')}\x1b[0m${last ? '' : '\n'}`;
    });
    const toTop = row > 0 ? `\x1b[${row}A` : '';
    const back = rows - 1 - one.cursor.row;
    row = one.cursor.row;
    return `\x1b[?2026h\x1b[?25l${toTop}\x1b[1G${lines.join('')}${back > 0 ? `\x1b[${back}A` : ''}\x1b[${one.cursor.column}G\x1b[?25h\x1b[?2026l`;
  });
}

async function screen(writes: string[]) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true });
  for (const data of writes) await new Promise<void>((settle) => terminal.write(data, settle));
  const { active } = terminal.buffer;
  const cells = Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (__, x) => {
      const cell = active.getLine(y)?.getCell(x);
      return `${cell?.getChars() || ' '}${cell?.getFgColor()}/${cell?.getBgColor()}/${cell?.isBold()}${cell?.isDim()}${cell?.isItalic()}${cell?.isInverse()}`;
    }).join(' '),
  );
  return { cells, x: active.cursorX, y: active.cursorY };
}

test('the screen is the same as if all that Ink sends were written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(update, { minLength: 1, maxLength: 4 }), async (all) => {
      const writes = written(all as never);
      expect(await screen(writes.map(sparing()))).toEqual(await screen(writes));
    }),
    { numRuns: runs(50, 30) },
  );
});

test('a typed letter takes few bytes', () => {
  const down = '\x1b[E'.repeat(4);
  const key = (letter: string, column: number) =>
    `\x1b[?2026h\x1b[?25l\x1b[1B\x1b[1G\x1b[5A${down}\x1b[${column}G\x1b[K\x1b[2m\x1b[22m${letter}\n\x1b[1A\x1b[${column + 1}G\x1b[?25h\x1b[?2026l`;
  const spare = sparing();
  spare(key('a', 3));
  expect(spare('\x1b[?25l\x1b[1B\x1b[1G\x1b[1A\x1b[4G\x1b[?25h')).toBe('\x1b[?25l\x1b[?25h');
  expect(spare(key('b', 4))).toBe('\x1b[?2026h\x1b[?25l\x1b[Kb\x1b[?25h\x1b[?2026l');
});
