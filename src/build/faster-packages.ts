import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';

/** How an import names one of this program's modules. */
const importOf = (path: string): string => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));

/**
 * The module that is Ink's renderer, with a memory. Ink draws every cell of every frame anew: rows that say the same as
 * before are remembered, and others are taken as they are.
 * @param source of `ink/build/renderer.js`
 */
export function keepingRowsIn(source: string): string {
  const last = 'export default renderer;';
  if (!source.includes(last)) throw new Error('ink has changed: see keepingRowsIn');
  return [
    `import { keepingRows } from ${importOf('../tui/terminal/kept-rows.ts')};`,
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
 * Packages that know Unicode make a segmenter when they are imported, and string-width a pattern of all emoji: together
 * as long as Node's own start. Here they are made when a text asks for them.
 */
const unicodeWhenAsked: Plugin = {
  name: 'unicode-when-asked',
  setup(build) {
    const eager = /^const (\w+) = (new Intl\.Segmenter\([^)]*\)|\/.*RGI_Emoji.*\/v);$/gm;
    const whenAsked = (_: string, name: string, made: string) =>
      `let ${name}Made; const ${name} = {
        segment: (text) => (${name}Made ??= ${made}).segment(text),
        exec: (text) => (${name}Made ??= ${made}).exec(text),
        test: (text) => (${name}Made ??= ${made}).test(text),
      };`;
    const packages =
      /[\\/](?:(?:string-width|wrap-ansi)[\\/]index|slice-ansi[\\/]tokenize-ansi|ansi-tokenize[\\/]build[\\/]tokenize|ink[\\/]build[\\/]line-update)\.js$/;
    build.onLoad({ filter: packages }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const isWidth = /string-width/.test(path);
      if (source.match(eager)?.length !== (isWidth ? 2 : 1))
        throw new Error(`${path} has changed: see unicodeWhenAsked`);
      const later = source.replace(eager, whenAsked);
      const isUpdate = /line-update/.test(path);
      const contents = isWidth ? withShortWay(later) : isUpdate ? withFewerSegments(later) : later;
      return { contents, loader: 'js' };
    });
  },
};

/** string-width, which does not look at Unicode for what this program's screens are mostly made of. */
function withShortWay(source: string): string {
  const last = 'return nonAsciiOrControlRegex.test(string) ?';
  if (!source.includes(last)) throw new Error('string-width has changed: see withShortWay');
  const short = 'if (ambiguousIsNarrow && hasOneColumnEach(string)) return string.length;';
  return [
    `import { hasOneColumnEach } from ${importOf('../text/graphemes.ts')};`,
    source.replace(last, `${short}\n${last}`),
  ].join('\n');
}

/**
 * Ink's update of a row, which cuts only those into graphemes that have any of several characters: ICU's rules for them
 * take 7 MiB and 12 ms, and the row that a key changes has the lines of the screen in it.
 */
function withFewerSegments(source: string): string {
  const ascii = /printableAscii\.test\((\w+)\)/g;
  if (source.match(ascii)?.length !== 2) throw new Error('ink has changed: see withFewerSegments');
  return [
    `import { hasOneColumnEach } from ${importOf('../text/graphemes.ts')};`,
    source.replace(ascii, 'hasOneColumnEach($1)'),
  ].join('\n');
}

/** Commander can start other programs, and loads what that needs; here none of its commands is one. */
const commanderStartsNothing: Plugin = {
  name: 'commander-starts-nothing',
  setup(build) {
    build.onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const loads = "import childProcess from 'node:child_process';";
      if (!source.includes(loads)) throw new Error('commander has changed: see commanderStartsNothing');
      return { contents: source.replace(loads, 'const childProcess = {};'), loader: 'js' };
    });
  },
};

/** What makes packages faster, and leaves what they do as it is. */
export const fasterPackages: Plugin[] = [inkKeepsRows, unicodeWhenAsked, commanderStartsNothing];
