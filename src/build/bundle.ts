import type { BuildOptions, Plugin } from 'esbuild';
import { commitOf } from './commit.ts';
import { fasterPackages } from './faster-packages.ts';
import { packages } from './packages.ts';

/**
 * How esbuild makes the program: an entry that any Node from 18 on can read, even if only to be refused, and beside it
 * in `chunks` what it imports when that is needed.
 * @param faster what is changed in packages for speed
 */
export const bundleOptions = (
  root: string,
  outdir: string,
  faster: Plugin[] = fasterPackages,
): BuildOptions => ({
  absWorkingDir: root,
  entryPoints: [
    { in: 'src/cli.ts', out: 'sanctum-review' },
    { in: 'src/drafts/store/summary-worker.ts', out: 'chunks/summary-worker' },
  ],
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
  plugins: [...packages, ...faster],
});
