import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { BuildOptions, Plugin } from 'esbuild';
import { commitOf } from './commit.ts';

/** Ink asks for it in development only; a missing import would stop the program all the same. */
const noDevtools: Plugin = {
  name: 'no-devtools',
  setup(build) {
    build.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'nothing' }));
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({
      contents: 'export default {};',
      loader: 'js',
    }));
  },
};

/**
 * The scanner for secrets notes when each of its rules begins and ends, for ever, and says on standard error what it
 * does when `DEBUG` is set: neither is asked for.
 */
const silentScanner: Plugin = {
  name: 'silent-scanner',
  setup(build) {
    const instead: Record<string, string> = {
      '@secretlint/profiler': 'export const secretLintProfiler = { mark() {} };',
      debug: 'export default () => () => {};',
    };
    build.onResolve({ filter: /^(?:@secretlint\/profiler|debug)$/ }, ({ path, importer }) =>
      importer.includes('@secretlint') ? { path, namespace: 'silence' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'silence' }, ({ path }) => ({
      contents: instead[path] ?? '',
      loader: 'js',
    }));
  },
};

/** Yoga would fetch its WebAssembly from a data URL, which loads an HTTP client: it is given the bytes instead. */
const yogaWithBytes: Plugin = {
  name: 'yoga-with-bytes',
  setup(build) {
    build.onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const url = /"data:application\/octet-stream;base64,([^"]+)"/.exec(source);
      const start = 'loadYoga = loadYoga || {};';
      if (!url?.[1] || !source.includes(start)) throw new Error('yoga-layout has changed: see yogaWithBytes');
      const bytes = `loadYoga = { wasmBinary: Buffer.from("${url[1]}", "base64"), ...loadYoga };`;
      const rest = source
        .replace(url[0], '"data:application/octet-stream;base64,"')
        .replace(start, () => bytes);
      return { contents: rest, loader: 'js' };
    });
  },
};

/** Ink draws every cell of every frame anew: it is given a memory of the rows that say the same as before. */
const inkKeepsRows: Plugin = {
  name: 'ink-keeps-rows',
  setup(build) {
    build.onLoad({ filter: /[\\/]ink[\\/]build[\\/]renderer\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const last = 'export default renderer;';
      if (!source.includes(last)) throw new Error('ink has changed: see inkKeepsRows');
      const memory = JSON.stringify(fileURLToPath(new URL('../tui/terminal/kept-rows.ts', import.meta.url)));
      const rest = source.replace(
        last,
        'export default keepingRows({ renderer, renderNodeToOutput, Output });',
      );
      return { contents: `import { keepingRows } from ${memory};\n${rest}`, loader: 'js' };
    });
  },
};

/**
 * What measures widths compiles a pattern of all emoji and loads Unicode's rules when it is imported, which takes as
 * long as half of Node's own start: here when the first text asks for it.
 */
const emojiWhenAsked: Plugin = {
  name: 'emoji-when-asked',
  setup(build) {
    const eager = /^const (segmenter|emojiPrefixRegex) = (new Intl\.Segmenter\(\)|\/.*RGI_Emoji.*\/v);$/gm;
    build.onLoad({ filter: /[/\\]string-width[/\\]index\.js$/ }, async ({ path }) => {
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

/**
 * How esbuild makes the program: an entry that any Node from 18 on can read, even if only to be refused, and beside it
 * in `chunks` what it imports when that is needed.
 */
export const bundleOptions = (root: string, outdir: string): BuildOptions => ({
  absWorkingDir: root,
  entryPoints: [{ in: 'src/cli.ts', out: 'sanctum-review' }],
  outdir,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node18',
  // Every Node has these for years. Else they would be made anew wherever they stand, each time they are used.
  supported: { 'regexp-unicode-property-escapes': true },
  jsx: 'automatic',
  // Node's modules are asked for with `require`, here and in the packages that are CommonJS.
  banner: {
    js: [
      'import { createRequire as requireFrom } from "node:module";',
      'const require = requireFrom(import.meta.url);',
    ].join('\n'),
  },
  define: {
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
    builtFrom: JSON.stringify(commitOf(root)),
  },
  legalComments: 'none',
  // Node keeps a source of ASCII in half the memory.
  charset: 'ascii',
  logLevel: 'warning',
  plugins: [noDevtools, silentScanner, yogaWithBytes, inkKeepsRows, emojiWhenAsked],
});
