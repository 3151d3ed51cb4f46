import type { MeasurementFormat } from '../format.ts';
import { addCounts, noTests, type Outcome, type TestCounts, testsIn, testsOf } from '../test-counts.ts';

const point = /^( *)(not )?ok\b(?: +\d+)?(.*)$/;
const plan = /^( *)1\.\.(\d{1,9})\s*(?:#.*)?$/;

/** The test points of one level, until the point that they belong to. */
interface Level {
  counts: TestCounts;
  points: number;
  planned: number | null;
}

/**
 * TAP, versions 12 to 14. A point with subtests only groups them; points that were planned and are not there have
 * failed. https://testanything.org/tap-version-14-specification.html
 */
export const tap: MeasurementFormat = {
  name: 'tap',
  sign: /^TAP version 1[2-4]$|^1\.\.\d+$/m,
  recognises(content) {
    const lines = content.lines();
    if (lines.slice(0, 50).some((line) => /^TAP version 1[2-4]\s*$/i.test(line))) return true;
    const first = lines.find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
    if (/^1\.\.0\b/.test(first)) return true;
    const isTap = (form: RegExp) => lines.some((line) => form.test(line));
    return (plan.test(first) || point.test(first)) && isTap(plan) && isTap(point);
  },
  read(content) {
    const levels = new Map<number, Level>();
    let broken = 0;
    /** The columns before the details of a point, in YAML; null outside of them. */
    let details: number | null = null;
    for (const line of content.lines()) {
      const columns = line.search(/\S/);
      if (/^ *---\s*$/.test(line)) details = columns;
      else if (/^ *\.\.\.\s*$/.test(line) || (columns >= 0 && columns < (details ?? 0))) details = null;
      if (details !== null) continue;
      const [whole, before = '', not, words = ''] = point.exec(line) ?? [];
      if (whole !== undefined) take(levels, before.length, outcomeOf(not !== undefined, words));
      const [, indent = '', planned] = plan.exec(line) ?? [];
      if (planned !== undefined) levelAt(levels, indent.length).planned = Number(planned);
      if (/^ *Bail out!/.test(line)) broken = 1;
    }
    const counts = noTests();
    for (const level of levels.values()) addCounts(counts, complete(level));
    return testsOf({ ...counts, broken: counts.broken + broken }, { tool: 'TAP' });
  },
};

function levelAt(levels: Map<number, Level>, indent: number): Level {
  const level = levels.get(indent) ?? { counts: noTests(), points: 0, planned: null };
  levels.set(indent, level);
  return level;
}

/** Counts a point: with what stands indented above it, or as a test of its own. */
function take(levels: Map<number, Level>, indent: number, outcome: Outcome): void {
  const below = noTests();
  for (const [at, level] of [...levels]) {
    if (at <= indent) continue;
    addCounts(below, complete(level));
    levels.delete(at);
  }
  const groups = testsIn(below) > 0;
  const { counts } = levelAt(levels, indent);
  addCounts(counts, below);
  if (!groups || (outcome === 'failed' && below.failed === 0)) counts[outcome]++;
  levelAt(levels, indent).points++;
}

function complete({ counts, points, planned }: Level): TestCounts {
  const missing = Math.max(0, (planned ?? 0) - points);
  return { ...counts, failed: counts.failed + missing };
}

/** A test that is to be written, or skipped, is neither passed nor failed. */
function outcomeOf(not: boolean, words: string): Outcome {
  if (/(?:^|[^\\])#\s*(?:skip|todo)/i.test(words)) return 'skipped';
  return not ? 'failed' : 'passed';
}
