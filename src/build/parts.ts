import { readFileSync } from 'node:fs';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * What is used of a package: all its names, its default export, functions and classes that wait for their first call;
 * or names of one that has to be waited for.
 */
type Used = 'names' | 'default' | { called: string[] } | { awaited: string[] };

/** Every module of highlight.js that the preview imports. */
const highlighting = [
  ...readFileSync(new URL('../tui/preview/highlight.ts', import.meta.url), 'utf8').matchAll(
    / from '(highlight\.js\/[^']+)'/g,
  ),
].map(([, path = '']) => path);

/**
 * Packages of which the program has the text only, until it needs them. V8 reads all functions of a file before it
 * runs the first, which takes ten times the memory of the text; of what stands in a comment it reads nothing. Those
 * that are asked for together are one part.
 */
const parts: Record<string, Record<string, Used>> = {
  // Ink waits for its WebAssembly, and whoever imports Ink has to wait for it.
  screen: {
    ink: {
      awaited:
        'Box Text measureElement render useApp useCursor useInput useIsScreenReaderEnabled usePaste useWindowSize'.split(
          ' ',
        ),
    },
    'ink-select-input': { awaited: ['default'] },
    'ink-text-input': { awaited: ['default'] },
  },
  react: { react: 'names', 'react/jsx-runtime': 'names' },
  // Loaded when it is first called: 10 to 20 ms.
  width: { 'string-width': { called: ['default'] } },
  secrets: { '@secretlint/core': 'names', '@secretlint/secretlint-rule-preset-recommend': 'names' },
  highlighting: Object.fromEntries(highlighting.map((path) => [path, 'default'])),
  markdown: {
    'mdast-util-directive': 'names',
    'mdast-util-from-markdown': 'names',
    'micromark-extension-directive': 'names',
  },
};

const partOf = (path: string): string | undefined =>
  Object.keys(parts).find((name) => Object.hasOwn(parts[name] ?? {}, path));

const isAwaited = (used: Used): used is { awaited: string[] } =>
  typeof used === 'object' && 'awaited' in used;

/** What an import of a package gets that is in a part: the function `part` knows the parts by name. */
function standIn(part: string, path: string): string {
  const used = parts[part]?.[path] ?? 'names';
  const real = `part(${JSON.stringify(part)})`;
  const own = `[${JSON.stringify(path)}]`;
  if (used === 'names') return `module.exports = ${real}${own};`;
  if (used === 'default') return `const real = ${real}${own}; export default real.default;`;
  if (isAwaited(used)) {
    const names = used.awaited.map((name) => `${name}: ${name}Real`).join(', ');
    const exported = used.awaited.map((name) => `${name}Real as ${name}`).join(', ');
    return `const { ${names} } = (await ${real})${own}; export { ${exported} };`;
  }
  return used.called
    .map((name) => {
      const own = `${real}[${JSON.stringify(path)}].${name}`;
      const head = name === 'default' ? 'default function' : `function ${name}`;
      return `export ${head} (...args) { return new.target ? new (${own})(...args) : ${own}(...args); }`;
    })
    .join('\n');
}

/** @param own the part that is being built, if any: what it holds is in it */
const standIns = (own?: string): Plugin => ({
  name: 'stand-ins',
  setup(build) {
    build.onResolve({ filter: /^[a-z@]/ }, ({ path }) => {
      const part = partOf(path);
      return part === undefined || part === own ? undefined : { path, namespace: 'part', pluginData: part };
    });
    build.onLoad({ filter: /.*/, namespace: 'part' }, ({ path, pluginData }) => ({
      contents: standIn(pluginData, path),
      loader: 'js',
    }));
  },
});

/** The text of a part: the body of a function that gets `require`, `part`, and `fill` to hand over what is in it. */
async function textOf(
  name: string,
  { banner: _, entryPoints: __, ...options }: BuildOptions,
): Promise<string> {
  const packages = Object.entries(parts[name] ?? {});
  const imports = packages.map(([path], at) => `import * as _${at} from ${JSON.stringify(path)};`);
  const filled = packages.map(([path, used], at) => {
    const names = isAwaited(used) ? used.awaited : null;
    const value = names ? `{ ${names.map((name) => `${name}: _${at}.${name}`).join(', ')} }` : `_${at}`;
    return `${JSON.stringify(path)}: ${value}`;
  });
  const { outputFiles = [] } = await build({
    ...options,
    stdin: {
      contents: [...imports, `fill({ ${filled.join(', ')} });`].join('\n'),
      resolveDir: options.absWorkingDir ?? '.',
      loader: 'js',
    },
    // A part is no module. Ink asks only in development, and yoga-layout for a file that is in its text.
    define: { ...options.define, 'import.meta': '{}' },
    write: false,
    plugins: [standIns(name), ...(options.plugins ?? [])],
  });
  const text = outputFiles[0]?.text.trimEnd() ?? '';
  if (/[^\0-\x7f]/.test(text)) throw new Error(`${name}: its length in bytes would not be that of the text`);
  return packages.some(([, used]) => isAwaited(used)) ? `return(async()=>{${text}})()` : text;
}

/** No part may end the comment in which it stands. */
const opening = '\n/*';
const closing = '*/';
const written = (text: string): string => text.replaceAll('*/', '*\x01/');

/**
 * Reads a part from this very file: it begins so many bytes before the file's end. The file is kept open: when npm puts
 * another version in its place while the program runs, this one goes on with its own.
 */
const loader = (places: Record<string, [beforeEnd: number, length: number]>): string => `
const places = ${JSON.stringify(places)};
const loaded = {};
const files = require('node:fs');
const file = files.openSync(require('node:url').fileURLToPath(import.meta.url));
const begun = files.fstatSync(file);
function load(name) {
  const { size, mtimeMs } = files.fstatSync(file);
  if (size !== begun.size || mtimeMs !== begun.mtimeMs)
    throw new Error('the program was built anew while it ran: leave it and start it again');
  const [beforeEnd, length] = places[name];
  const bytes = Buffer.allocUnsafeSlow(length);
  files.readSync(file, bytes, 0, length, size - beforeEnd);
  const text = bytes.latin1Slice().replaceAll('*\\x01/', '*/');
  const { compileFunction } = require('node:vm');
  let filled;
  const fill = (packages) => {
    filled = packages;
  };
  const waiting = compileFunction(text, ['require', 'part', 'fill'], { filename: name })(require, part, fill);
  return waiting ? waiting.then(() => filled) : filled;
}
const part = (name) => (loaded[name] ??= load(name));
`;

/** The same program with its parts at the end of its file. */
export async function inParts(options: BuildOptions): Promise<BuildOptions> {
  const texts = await Promise.all(
    Object.keys(parts).map(async (name) => [name, written(await textOf(name, options))] as const),
  );
  const footer = texts.map(([, text]) => opening + text + closing).join('');
  const places: Record<string, [number, number]> = {};
  // esbuild ends the file with a newline.
  let end = footer.length + 1;
  for (const [name, text] of texts) {
    places[name] = [end - opening.length, text.length];
    end -= opening.length + text.length + closing.length;
  }
  return {
    ...options,
    banner: { js: (options.banner?.js ?? '') + loader(places) },
    footer: { js: footer },
    plugins: [standIns(), ...(options.plugins ?? [])],
  };
}
