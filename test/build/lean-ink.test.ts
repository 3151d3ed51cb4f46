import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bundleOptions } from '../../src/build/bundle.ts';

type Ink = typeof import('ink') & { createElement: typeof import('react').createElement };

const folder = mkdtempSync(join(tmpdir(), 'sanctum-review-lean-'));
let lean: Ink;
let own: Ink;

/** Ink in one file, as the program has it or as it comes. */
async function bundled(name: string, isLean: boolean): Promise<Ink> {
  const { entryPoints: _, plugins = [], ...options } = bundleOptions(resolve('.'), join(folder, name));
  await build({
    ...options,
    plugins: plugins.filter((plugin) => isLean || plugin.name !== 'lean-ink'),
    stdin: {
      contents: "export * from 'ink'; export { createElement } from 'react';",
      resolveDir: resolve('.'),
      loader: 'js',
    },
  });
  return import(join(folder, name));
}

beforeAll(async () => {
  // Chalk looks for it when it is loaded.
  vi.stubEnv('FORCE_COLOR', '3');
  [lean, own] = await Promise.all([bundled('lean.mjs', true), bundled('own.mjs', false)]);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const words = fc.array(
  fc.oneof(
    fc.constantFrom('a', ' ', '\n', '家', '👍🏽', 'é', '🇫🇷', '\u200d', '│'),
    fc.string({ unit: 'grapheme' }),
  ),
  { maxLength: 12 },
);
const look = fc.record({
  bold: fc.boolean(),
  dimColor: fc.boolean(),
  inverse: fc.boolean(),
  color: fc.constantFrom('red', '#102030', 'ansi256(9)'),
});
interface Row {
  texts: [string[], object | null][];
  width: number;
}

/** A row of texts in their looks, in a box that may be too small for them. */
const row: fc.Arbitrary<Row> = fc.record({
  texts: fc.array(fc.tuple(words, fc.option(look)), { maxLength: 4 }),
  width: fc.integer({ min: 1, max: 30 }),
});
const frames = fc.array(fc.array(row, { maxLength: 4 }), { minLength: 1, maxLength: 4 });

function drawn({ renderToString, createElement, Box, Text }: Ink, rows: Row[]): string {
  const boxes = rows.map(({ texts, width }, at) =>
    createElement(
      Box,
      { key: at, width, height: 2, overflow: 'hidden' },
      texts.map(([text, own], index) => createElement(Text, { key: index, ...own }, text.join(''))),
    ),
  );
  return renderToString(createElement(Box, { flexDirection: 'column' }, boxes), { columns: 40 });
}

describe('Ink with less garbage', () => {
  test('draws what Ink draws, whatever it drew before', () => {
    fc.assert(
      fc.property(frames, (all) => {
        const asIs = all.map((rows) => drawn(own, rows));
        // What it remembers of the frame before is right for the next: the same again, and another one.
        expect([...all, ...all].map((rows) => drawn(lean, rows))).toEqual([...asIs, ...asIs]);
      }),
    );
  });
});
