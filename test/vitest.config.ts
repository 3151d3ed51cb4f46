import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Tests run with the production builds of React and of the Markdown parser, as the program does: the development builds
// cost several times as much.
process.env.NODE_ENV = 'production';

const root = new URL('..', import.meta.url).pathname;
const long = Number(process.env.LONG ?? 1);
const all = 'test/**/*.test.{ts,tsx}';

/** A long run is of the tests whose length can be chosen. */
const include =
  long === 1
    ? [all]
    : globSync(all, { cwd: root }).filter((file) => readFileSync(root + file, 'utf8').includes("/runs.ts'"));

export default defineConfig({
  root,
  test: {
    include,
    globalSetup: ['test/temporary.ts'],
    // Journeys start the built program in a pseudo-terminal, on machines with two slow cores.
    testTimeout: 30_000 * long,
    // Journeys wait for the program more than they work.
    maxWorkers: 4,
    // What laws make up dies young: with room for it, it is not carried along.
    execArgv: ['--max-semi-space-size=64', '--import', `${root}test/program-ink.ts`],
    // The modules are loaded once for a worker: no test changes what another one sees of them. One that several files
    // share has no hooks of its own, which only the first file would get: it ends things with `onTestFinished`.
    isolate: false,
    hookTimeout: 30_000,
    env: {
      // One that is not UTC: dates are the reviewer's own.
      TZ: 'Europe/Berlin',
      // The testing library's terminal has no rows: Ink would start `tput` for each frame.
      COLUMNS: '100',
      LINES: '24',
    },
    // An agent's shell would be given a reporter of its own.
    reporters: ['default'],
    silent: 'passed-only',
  },
});
