import type { Refused } from '../files/refused.ts';
import type { Measured } from './format.ts';
import { measuredValue } from './measured-value.ts';

export type Outcome = 'passed' | 'failed' | 'skipped';

/** How many tests there were. `broken`: packages or files of tests that failed without a failed test. */
export type TestCounts = Record<Outcome | 'broken', number>;

export const noTests = (): TestCounts => ({ passed: 0, failed: 0, skipped: 0, broken: 0 });

/** Adds the counts of a part to those of the whole. */
export function addCounts(whole: TestCounts, part: TestCounts): void {
  for (const [name, count] of Object.entries(part)) whole[name as keyof TestCounts] += count;
}

/** How many tests were counted. */
export const testsIn = ({ passed, failed, skipped }: TestCounts): number => passed + failed + skipped;

/** Counts as a file's measurements; one without any tests is refused. */
export function testsOf(counts: TestCounts, from: Omit<Measured, 'values'>): Measured | Refused {
  const { passed, failed, skipped, broken } = counts;
  const total = testsIn(counts);
  if (total + broken === 0) return { refused: 'has no tests' };
  const values = [
    measuredValue('tests-passed', passed, total),
    measuredValue('tests-failed', failed, total),
    ...(skipped > 0 ? [measuredValue('tests-skipped', skipped)] : []),
    ...(broken > 0 ? [measuredValue('suites-broken', broken)] : []),
  ];
  return { ...from, values };
}

/**
 * Counts the tests of a tree. One that has others below it only groups them: it is counted itself where it failed
 * and none of them did.
 */
export function countInTree(
  all: ReadonlyMap<string, Outcome>,
  parentOf: (name: string) => string | null,
): TestCounts {
  const below = new Map<string, { failed: boolean }>();
  for (const [name, outcome] of all) {
    for (let at = parentOf(name); at !== null; at = parentOf(at)) {
      const known = below.get(at);
      if (known && (known.failed || outcome !== 'failed')) break;
      below.set(at, { failed: outcome === 'failed' });
    }
  }
  const counts = noTests();
  for (const [name, outcome] of all) {
    const group = below.get(name);
    if (!group || (outcome === 'failed' && !group.failed)) counts[outcome]++;
  }
  return counts;
}
