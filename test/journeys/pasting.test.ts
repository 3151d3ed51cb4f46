import { expect, test } from 'vitest';
import { openEvidence } from './evidence.ts';
import { surroundings } from './surroundings.ts';
import type { Terminal } from './terminal.ts';

/** Go code of so many lines, with tabs, backticks, fences, emoji and what would end a paste or a report. */
function goCode(lines: number): string {
  const rows = Array.from({ length: lines - 4 }, (_, index) =>
    index % 5 === 0
      ? ''
      : `${'\t'.repeat((index % 3) + 1)}x${index} := \`a\\n\` // ${'漢字👩‍👧'.repeat(index % 2)} "${index}"`,
  );
  return ['package main', '```', 'func main() {', ...rows, '}'].join('\n');
}

const code = goCode(500);

async function atEvidence() {
  const here = surroundings();
  const terminal = here.start(['new'], { columns: 100, rows: 30 });
  await terminal.sees('▌ Review Date');
  await openEvidence(terminal);
  return { here, terminal };
}

test('500 lines of Go typed by a terminal that does not mark pastes are there byte for byte, in one undo step', async () => {
  const { here, terminal } = await atEvidence();
  await intoEvidence(terminal, 'type');
  terminal.press('ctrl+c');
  await terminal.ended();
  expect(here.draft().review.issues[0]?.answers.evidence).toEqual({ value: { text: code, language: 'go' } });
});

test('so are they when they are pasted, and what a terminal would obey is left out of a paste, and it is said', async () => {
  const { here, terminal } = await atEvidence();
  await intoEvidence(terminal, 'paste');
  terminal.paste('a\x1b[31mred\x1b[0m\nb\x07\u0000c');
  await terminal.sees('4 control characters removed.');
  terminal.press('ctrl+c');
  await terminal.ended();
  expect(here.draft().review.issues[0]?.answers.evidence).toEqual({
    value: { text: `${code}ared\nbc`, language: 'go' },
  });
});

async function intoEvidence(terminal: Terminal, way: 'paste' | 'type'): Promise<void> {
  terminal[way](code);
  await terminal.sees('"494"');
  terminal.press('ctrl+z');
  await terminal.until('the code is gone', (screen) => !screen.includes('"494"'));
  terminal.press('ctrl+y');
  await terminal.sees('"494"');
}
