import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/**
 * The module that is Ink's renderer, with a memory. Ink draws every cell of every frame anew: rows that say the same as
 * before are remembered, and others are taken as they are.
 * @param source of `ink/build/renderer.js`
 */
export function keepingRowsIn(source: string): string {
  const last = 'export default renderer;';
  if (!source.includes(last)) throw new Error('ink has changed: see keepingRowsIn');
  const memory = JSON.stringify(fileURLToPath(new URL('../tui/terminal/kept-rows.ts', import.meta.url)));
  return [
    `import { keepingRows } from ${memory};`,
    "import squashTextNodes from './squash-text-nodes.js';",
    "import measureText from './measure-text.js';",
    source.replace(last, ''),
    'export default keepingRows({ renderer, renderNodeToOutput, Output, squashTextNodes, measureText });',
  ].join('\n');
}

const inkKeepsRows: Plugin = {
  name: 'ink-keeps-rows',
  setup(build) {
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]renderer\.js$/ }, async ({ path }) => ({
      contents: keepingRowsIn(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};

/**
 * What measures widths compiles a pattern of all emoji and loads Unicode's rules when it is imported, which takes as
 * long as Node's own start: here when the first text asks for it.
 */
const emojiWhenAsked: Plugin = {
  name: 'emoji-when-asked',
  setup(build) {
    const eager = /^const (segmenter|emojiPrefixRegex) = (new Intl\.Segmenter\(\)|\/.*RGI_Emoji.*\/v);$/gm;
    build.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (source.match(eager)?.length !== 2) throw new Error('string-width has changed: see emojiWhenAsked');
      const whenAsked = (_: string, name: string, made: string) =>
        `let ${name}Made; const ${name} = {
          segment: (text) => (${name}Made ??= ${made}).segment(text),
          exec: (text) => (${name}Made ??= ${made}).exec(text),
          test: (text) => (${name}Made ??= ${made}).test(text),
        };`;
      return { contents: source.replace(eager, whenAsked), loader: 'js' };
    });
  },
};

/** What makes packages faster, and leaves what they do as it is. */
export const fasterPackages: Plugin[] = [inkKeepsRows, emojiWhenAsked];
