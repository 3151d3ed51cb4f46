import type { Refused } from '../files/refused.ts';
import type { MeasuredLanguage, MeasurementKind } from '../review/evidence/measurements.ts';
import type { Measured } from './format.ts';
import { measuredValue } from './measured-value.ts';

/** So many of so many that were run. */
export interface Covered {
  covered: number;
  total: number;
}

type CoverageKind = Extract<MeasurementKind, `${string}-coverage`>;

/** Coverages as a file's measurements; what has none at all is refused. */
export function coverageOf(
  all: Partial<Record<CoverageKind, Covered>>,
  from: Omit<Measured, 'values'>,
): Measured | Refused {
  const values = Object.entries(all).flatMap(([kind, { covered, total }]) =>
    total > 0 ? [measuredValue(kind as CoverageKind, (100 * covered) / total, total)] : [],
  );
  return values.length > 0 ? { ...from, values } : { refused: 'has no code that could be covered' };
}

/** How many of these parts of the code were run: lines, statements. */
export function countedRun(parts: ReadonlyMap<unknown, boolean>): Covered {
  let covered = 0;
  for (const run of parts.values()) if (run) covered++;
  return { covered, total: parts.size };
}

export const noneCovered: Covered = { covered: 0, total: 0 };

export const sumOf = (one: Covered, other: Covered): Covered => ({
  covered: one.covered + other.covered,
  total: one.total + other.total,
});

const endings: [RegExp, MeasuredLanguage][] = [
  [/\.go$/, 'go'],
  [/\.(?:[cm]?[jt]sx?|vue|svelte)$/i, 'javascript'],
];

/** The language of files by the ends of their names, as part of what is said of them; empty where they differ. */
export function writtenIn(paths: Iterable<string>): { language?: MeasuredLanguage } {
  const found = new Set<MeasuredLanguage>();
  for (const path of paths)
    for (const [ending, language] of endings) if (ending.test(path)) found.add(language);
  const [language] = found;
  return language && found.size === 1 ? { language } : {};
}
