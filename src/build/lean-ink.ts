import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What is put in the place of what, in a file of a package. Each has to be there once. */
type Changes = [from: string, to: string][];

/**
 * Ink makes each frame from nothing: it cuts every line into characters with their styles, though nearly all lines
 * are those of the frame before. That is four fifths of what a key leaves behind as garbage. What it found out of a
 * line in one frame it has at hand in the next here, and of the blanks that a frame begins with there is one.
 */
const output: Changes = [
  ['cached = styledCharsFromTokens(', 'cached = before.styledChars.get(line) ?? styledCharsFromTokens('],
  ['cached = stringWidth(text)', 'cached = before.widths.get(text) ?? stringWidth(text)'],
  ['caches = new OutputCaches();', 'caches = nextCaches();'],
  [
    'export default class Output {',
    `let before = new OutputCaches();
let latest = before;
function nextCaches() {
    before = latest;
    return (latest = new OutputCaches());
}
const blank = { type: 'char', value: ' ', fullWidth: false, styles: [] };
export default class Output {`,
  ],
  [
    "row.push({\n                    type: 'char',\n                    value: ' ',\n                    fullWidth: false,\n                    styles: [],\n                })",
    'row.push(blank)',
  ],
];

/** From no style, and to none, there is nothing to compare: nearly all that a screen has. */
const styles: Changes = [
  [
    'export function diffAnsiCodes(from, to) {',
    'export function diffAnsiCodes(from, to) {\n    if (from.length === 0) return to;\n    if (to.length === 0) return undoAnsiCodes(from);',
  ],
];

const files: Record<string, Changes> = {
  'ink/build/output.js': output,
  '@alcalzone/ansi-tokenize/build/diff.js': styles,
};

/** Ink with less garbage, and the same on the screen. */
export const leanInk: Plugin = {
  name: 'lean-ink',
  setup(build) {
    build.onLoad(
      { filter: /[\\/](?:ink[\\/]build[\\/]output|ansi-tokenize[\\/]build[\\/]diff)\.js$/ },
      async ({ path }) => {
        const name = Object.keys(files).find((file) =>
          path.replaceAll('\\', '/').endsWith(`node_modules/${file}`),
        );
        let contents = await readFile(path, 'utf8');
        for (const [from, to] of files[name ?? ''] ?? []) {
          if (contents.split(from).length !== 2) throw new Error(`${name} has changed: see leanInk`);
          contents = contents.replace(from, () => to);
        }
        return { contents, loader: 'js' };
      },
    );
  },
};
