import * as z from 'zod/mini';
import { type Content, parsed } from '../content.ts';
import type { MeasurementFormat } from '../format.ts';
import { addCounts, countInTree, noTests, type Outcome, type TestCounts, testsOf } from '../test-counts.ts';

const event = z.object({
  Action: z.string(),
  Package: z.optional(z.string()),
  ImportPath: z.optional(z.string()),
  Test: z.optional(z.string()),
});

type End = 'pass' | 'fail' | 'skip';
interface PackageRun {
  end?: End;
  tests: Map<string, End | 'running'>;
}

/**
 * `go test -json`: an event on each line. A test with subtests only groups them. A package that failed without a failed
 * test did not compile or broke off; one without tests counts for nothing. https://pkg.go.dev/cmd/test2json
 */
export const goTest: MeasurementFormat = {
  name: 'go-test-json',
  sign: /"Action"\s*:\s*"(?:start|run|pass|output)"/,
  recognises: (content) => {
    const first = content.lines().find((line) => line.trimStart().startsWith('{'));
    const read = event.safeParse(first === undefined ? undefined : parsed(first));
    return read.success && (read.data.Package ?? read.data.ImportPath) !== undefined;
  },
  read(content) {
    const packages = packagesIn(content);
    if ('refused' in packages) return packages;
    const counts = noTests();
    for (const run of packages.values()) addCounts(counts, countsOf(run));
    return testsOf(counts, { tool: 'go test', language: 'go' });
  },
};

function packagesIn(content: Content): Map<string, PackageRun> | { refused: string } {
  const packages = new Map<string, PackageRun>();
  for (const [at, line] of content.lines().entries()) {
    // What the compiler says stands between the events.
    if (!line.trimStart().startsWith('{')) continue;
    const read = event.safeParse(parsed(line));
    if (!read.success) return { refused: `has no event of go test in line ${at + 1}` };
    const { Action: action, Package: name, Test: test } = read.data;
    if (name === undefined) continue;
    const run: PackageRun = packages.get(name) ?? { tests: new Map() };
    packages.set(name, run);
    const end = action === 'pass' || action === 'fail' || action === 'skip' ? action : null;
    if (test === undefined) {
      if (end) run.end = end;
    } else if (end) {
      // Run several times, a test has failed when it failed once.
      if (run.tests.get(test) !== 'fail') run.tests.set(test, end);
    } else if (!run.tests.has(test)) run.tests.set(test, 'running');
  }
  return packages;
}

function countsOf({ end, tests }: PackageRun): TestCounts {
  const outcomes = new Map<string, Outcome>();
  for (const [name, result] of tests) outcomes.set(name, outcomeOf(name, result));
  const counts = countInTree(outcomes, (name) => parentIn(tests, name));
  return { ...counts, broken: end === 'fail' && counts.failed === 0 ? 1 : 0 };

  function outcomeOf(name: string, result: End | 'running'): Outcome {
    if (result !== 'running') return ({ pass: 'passed', fail: 'failed', skip: 'skipped' } as const)[result];
    // The end of a test gets lost when it prints without a newline: https://go.dev/issue/38063
    const passed = end === 'pass' || tests.get(name.split('/')[0] ?? '') === 'pass';
    return passed ? 'passed' : 'failed';
  }
}

/** Longer names are no paths of tests, and would take long to be taken apart. */
const longestName = 2000;

/** The nearest test that has this one as a subtest; names may have slashes of their own. */
function parentIn(tests: ReadonlyMap<string, unknown>, name: string): string | null {
  if (name.length > longestName) return null;
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
    const parent = name.slice(0, at);
    if (tests.has(parent)) return parent;
  }
  return null;
}
