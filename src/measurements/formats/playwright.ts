import * as z from 'zod/mini';
import type { MeasurementFormat } from '../format.ts';
import { testsOf } from '../test-counts.ts';
import { whatIsWrong } from '../what-is-wrong.ts';

const looksLikeIt = z.looseObject({
  suites: z.array(z.unknown()),
  stats: z.looseObject({ unexpected: z.unknown() }),
});
const count = z.int().check(z.nonnegative());
const report = z.object({
  config: z.optional(z.object({ version: z.optional(z.string()) })),
  errors: z._default(z.array(z.unknown()), []),
  stats: z.object({ expected: count, unexpected: count, skipped: count, flaky: z._default(count, 0) }),
});

/** Playwright's JSON report. A flaky test has passed in the end; an error outside of the tests is a suite that broke. */
export const playwright: MeasurementFormat = {
  name: 'playwright-json',
  sign: /^\s*\{\s*"config"\s*:\s*\{.*"rootDir"/s,
  recognises: (content) => looksLikeIt.safeParse(content.json()).success,
  read(content) {
    const read = report.safeParse(content.json());
    if (!read.success) return { refused: whatIsWrong(read.error) };
    const { stats, errors, config } = read.data;
    const { expected, flaky, unexpected: failed, skipped } = stats;
    const version = /^\d+(?:\.\d+)+/.exec(config?.version ?? '')?.[0];
    return testsOf(
      { passed: expected + flaky, failed, skipped, broken: errors.length },
      { tool: 'Playwright', ...(version ? { version } : {}) },
    );
  },
};
