import { ascending } from '../../text/ascending.ts';

/** What can be measured, with the unit of its value. */
export const measurementUnits = {
  'statement-coverage': '%',
  'line-coverage': '%',
  'branch-coverage': '%',
  'function-coverage': '%',
  'tests-passed': 'tests',
  'tests-failed': 'tests',
  'tests-skipped': 'tests',
  /** Packages or files of tests that failed without a failed test: they did not compile, or broke off. */
  'suites-broken': 'suites',
  'concurrent-users': 'users',
  /** On average. `of`: the tag of the requests, as "name:GET /api/posts". */
  'response-time': 'ms',
  /** What 95 % of the requests stay below. */
  'response-time-p95': 'ms',
  /** Until a WebSocket is open, on average. */
  'connection-time': 'ms',
  'requests-failed': '%',
  'checks-passed': 'checks',
  'thresholds-failed': 'thresholds',
  /** How many results a scanner reported: that it was used, and in which version. */
  'results-reported': 'results',
} as const;

export type MeasurementKind = keyof typeof measurementUnits;

/** The languages that measured code is told apart by. */
export type MeasuredLanguage = 'go' | 'javascript';

/** The file that a measurement is from, and the tool that wrote it. */
export interface MeasurementSource {
  /** As it was named: from the repository's top where it lies in it. */
  file: string;
  tool: string;
  /** As the file itself states it. */
  version?: string;
  /** What the measured code is written in, where the file tells. */
  language?: MeasuredLanguage;
}

/** A value of a kind, in its unit. */
export interface MeasuredValue {
  kind: MeasurementKind;
  value: number;
  unit: (typeof measurementUnits)[MeasurementKind];
  /** Of how many: statements, tests, requests. */
  total?: number;
  /** What part of it all it is of; without it, of everything. */
  of?: string;
}

/** What a tool measured, and where it says so. */
export interface Measurement extends MeasuredValue {
  source: MeasurementSource;
}

/** What a file measured. */
export const measuredIn = (all: readonly Measurement[], file: string): Measurement[] =>
  all.filter(({ source }) => source.file === file);

/** The measurements with those of a file replaced, sorted by files, so that the way back gives the same again. */
export function withMeasured(
  known: readonly Measurement[],
  file: string,
  measurements: readonly Measurement[],
): Measurement[] {
  const others = known.filter(({ source }) => source.file !== file);
  return [...others, ...measuredIn(measurements, file)].sort(({ source: one }, { source: other }) =>
    ascending(one.file, other.file),
  );
}

/** A measured number for people: one digit behind the point. What is below all is never rounded up to all. */
export function roundedMeasure({ value, unit }: Pick<MeasuredValue, 'value' | 'unit'>): string {
  const rounded = Math.round(value * 10) / 10;
  return String(unit === '%' && value < 100 ? Math.min(rounded, 99.9) : rounded);
}
