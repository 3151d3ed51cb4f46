import chalk from 'chalk';
import fc from 'fast-check';
import { Box, type DOMElement, Text } from 'ink';
import { render } from 'ink-testing-library';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import measureText from '../../../node_modules/ink/build/measure-text.js';
import Output from '../../../node_modules/ink/build/output.js';
import renderNodeToOutput from '../../../node_modules/ink/build/render-node-to-output.js';
import renderer from '../../../node_modules/ink/build/renderer.js';
import squashTextNodes from '../../../node_modules/ink/build/squash-text-nodes.js';
import type { Row, Tone } from '../../../src/tui/row.ts';
import { keepingRows } from '../../../src/tui/terminal/kept-rows.ts';
import { MenuRows } from '../../../src/tui/widgets/MenuRows.tsx';
import { RowText } from '../../../src/tui/widgets/RowText.tsx';
import { runs } from '../../runs.ts';

const ink = { renderer, renderNodeToOutput, Output, squashTextNodes, measureText };
const { level } = chalk;
beforeAll(() => {
  chalk.level = 1;
});
afterAll(() => {
  chalk.level = level;
});

const texts = ['', ' ', 'word', 'two words ', '│ ', 'é', '漢字', '👩‍👩‍👧', 'a\u200bb', 'x'.repeat(70)];
const tones: Tone[] = ['plain', 'dim', 'bold', 'inverse', 'title', 'error'];
const segment = fc.record({ text: fc.constantFrom(...texts), tone: fc.constantFrom(...tones) });
const typed = fc.record({
  text: fc.constantFrom(...texts),
  tone: fc.constant<Tone>('plain'),
  input: fc.constant<true>(true),
});
const row: fc.Arbitrary<Row> = fc.array(fc.oneof({ weight: 4, arbitrary: segment }, typed), { maxLength: 4 });

/** Frames of a few rows that follow one another, the last of them the rows of a menu; some of them are something else. */
const frame = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 5 }),
  menu: fc.nat({ max: 3 }),
  other: fc.constantFrom('nothing', 'nothing', 'border', 'beside', 'two rows'),
});

const others: Record<string, ReactNode> = {
  border: (
    <Box borderStyle="single">
      <Text>framed</Text>
    </Box>
  ),
  beside: (
    <Box>
      <Text>one</Text>
      <Text>beside another</Text>
    </Box>
  ),
  'two rows': <Text>{'one\nanother'}</Text>,
};

interface Drawn {
  rows: Row[];
  menu: number;
  other: string;
}

/** Draws frames one after the other, as the program does; gives Ink's tree of each. */
async function* trees(frames: Drawn[]): AsyncGenerator<DOMElement> {
  let box: DOMElement | null = null;
  let show = (_: Drawn) => {};
  let drawn = () => {};
  function Frame() {
    const [{ rows, menu, other }, setFrame] = useState<Drawn>({ rows: [], menu: 0, other: '' });
    show = setFrame;
    useLayoutEffect(() => drawn());
    const first = rows.slice(0, Math.max(0, rows.length - menu));
    const keep = (node: DOMElement | null) => {
      box = node ?? box;
    };
    return (
      <Box ref={keep} flexDirection="column" width={60}>
        {Array.from(first.entries(), ([at, row]) => (
          <RowText key={at} row={row} />
        ))}
        {first.length < rows.length && <MenuRows rows={rows.slice(first.length)} at={0} />}
        {others[other]}
      </Box>
    );
  }
  const { unmount } = render(<Frame />);
  for (const frame of frames) {
    await new Promise<void>((settle) => {
      drawn = settle;
      show(frame);
    });
    const root = (box as DOMElement | null)?.parentNode;
    if (root) yield root;
  }
  unmount();
}

/** What a terminal shows of rows, with the styles of each cell in one order. */
function shown({ output, outputHeight }: ReturnType<typeof renderer>): string {
  const cells = new Output({ width: 100, height: outputHeight });
  cells.write(0, 0, output, { transformers: [] });
  return cells.get().output;
}

test('what is drawn is what Ink draws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(frame, { minLength: 2, maxLength: 5 }), async (frames) => {
      const kept = keepingRows(ink);
      let drawn = 0;
      for await (const root of trees(frames)) {
        drawn += 1;
        const [mine, inks] = [kept(root, false), renderer(root, false)];
        expect({ ...mine, output: shown(mine) }).toEqual({ ...inks, output: shown(inks) });
      }
      expect(drawn).toBe(frames.length);
    }),
    { numRuns: runs(20) },
  );
});

test('a row that says the same is not drawn anew, and one that has no room is drawn by Ink', async () => {
  let [made, drawn] = [0, 0];
  const countMade: typeof squashTextNodes = (node) => {
    made += 1;
    return squashTextNodes(node);
  };
  const countDrawn: typeof renderNodeToOutput = (...all) => {
    drawn += 1;
    renderNodeToOutput(...all);
  };
  const kept = keepingRows({ ...ink, squashTextNodes: countMade, renderNodeToOutput: countDrawn });
  const frames = [
    ['one', 'two', 'three'],
    ['one', 'two or more', 'three'],
    ['one', 'two or more', 'x'.repeat(70)],
  ].map((words) => ({
    rows: words.map((text): Row => [{ text, tone: 'bold' }]),
    menu: 0,
    other: 'nothing',
  }));
  const counts: number[][] = [];
  for await (const root of trees(frames)) {
    [made, drawn] = [0, 0];
    kept(root, false);
    counts.push([made, drawn]);
  }
  expect(counts).toEqual([
    [3, 0],
    [1, 0],
    [1, 1],
  ]);
});
