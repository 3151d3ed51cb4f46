import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    // Journeys start the built program in a pseudo-terminal, on machines with two slow cores.
    // As many cases of a property as are asked for take the time that they take.
    testTimeout: process.env.PROPERTY_RUNS ? 900_000 : 30_000,
    hookTimeout: 30_000,
    // A time zone that is not UTC: dates are the reviewer's own.
    env: { TZ: 'Europe/Berlin' },
    // An agent's shell would be given a reporter of its own.
    reporters: ['default'],
    silent: 'passed-only',
  },
});
