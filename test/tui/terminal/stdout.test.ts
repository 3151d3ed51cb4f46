import { expect, test } from 'vitest';
import { beginUpdate, clearScreen, endUpdate, hideCursor } from '../../../src/tui/terminal/sequences.ts';
import { terminalStdout } from '../../../src/tui/terminal/stdout.ts';

function written(...all: string[]): string[] {
  const writes: string[] = [];
  const stdout = { write: (data: string) => writes.push(data) > 0 } as unknown as NodeJS.WriteStream;
  const terminal = terminalStdout(stdout);
  for (const data of all) terminal.write(data);
  return writes;
}

test('an update is written at once', () => {
  expect(written(beginUpdate, 'one', endUpdate, beginUpdate, 'two', endUpdate)).toEqual([
    `${beginUpdate}one${endUpdate}`,
    `${beginUpdate}two${endUpdate}`,
  ]);
});

test('of an update that is drawn in several writes, and of one that fails, nothing is held back', () => {
  expect(written(beginUpdate, clearScreen, 'one', endUpdate).join('')).toBe(
    `${beginUpdate}${clearScreen}one${endUpdate}`,
  );
  expect(written(beginUpdate, 'one', hideCursor)).toEqual([`${beginUpdate}one${hideCursor}`]);
});

test('what is no part of an update is written as it comes', () => {
  expect(written('one', hideCursor, 'two')).toEqual(['one', hideCursor, 'two']);
});
