import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

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

/** What packages need to be bundled, and to be quiet. */
export const packages: Plugin[] = [noDevtools, silentScanner, yogaWithBytes];
