import * as z from 'zod/mini';
import type { MeasurementFormat } from '../format.ts';
import { noTests, type Outcome, testsIn, testsOf } from '../test-counts.ts';
import { whatIsWrong } from '../what-is-wrong.ts';

const looksLikeIt = z.looseObject({ numTotalTests: z.unknown(), testResults: z.unknown() });
const count = z.int().check(z.nonnegative());
const report = z.object({
  numPassedTests: count,
  numFailedTests: count,
  numPendingTests: z._default(count, 0),
  numTodoTests: z._default(count, 0),
  numRuntimeErrorTestSuites: z.optional(count),
  testResults: z.array(
    z.object({
      status: z.optional(z.string()),
      assertionResults: z._default(z.array(z.object({ status: z.string() })), []),
    }),
  ),
});

/** What Vitest (`--reporter=json`) and Jest (`--json`) write: the tests of each file. */
export const vitestJson: MeasurementFormat = {
  name: 'vitest-json',
  sign: /"numTotalTest(?:s|Suites)"/,
  recognises: (content) => looksLikeIt.safeParse(content.json()).success,
  read(content) {
    const read = report.safeParse(content.json());
    if (!read.success) return { refused: whatIsWrong(read.error) };
    const { testResults: files, ...stated } = read.data;
    const counts = noTests();
    for (const { status, assertionResults } of files) {
      for (const test of assertionResults) counts[outcomeOf(test.status)]++;
      if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.broken++;
    }
    if (testsIn(counts) === 0) {
      counts.passed = stated.numPassedTests;
      counts.failed = stated.numFailedTests;
      counts.skipped = stated.numPendingTests + stated.numTodoTests;
    }
    // Only Jest counts the files that it could not run.
    const tool = stated.numRuntimeErrorTestSuites === undefined ? 'Vitest' : 'Jest';
    return testsOf(counts, { tool, language: 'javascript' });
  },
};

function outcomeOf(status: string): Outcome {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}
