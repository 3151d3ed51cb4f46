import { type MeasuredValue, type MeasurementKind, roundedMeasure } from '../review/evidence/measurements.ts';
import { cleanLine } from '../text/clean.ts';
import { counted } from '../text/counted.ts';

/** A measured value for people, in one clean line: "96.9 % of 128 statements covered". */
export function measurementInWords(measured: MeasuredValue): string {
  const { kind, value, total, of } = measured;
  const words = phrases[kind](roundedMeasure(measured), value, total);
  return of === undefined ? words : `${words} for ${cleanLine(of)}`;
}

/** `rounded`: the value for people. */
type Phrase = (rounded: string, value: number, total?: number) => string;

const covered =
  (things: string): Phrase =>
  (rounded, _, total) =>
    `${rounded} % of ${total === undefined ? things : `${total} ${things}`} covered`;

const ofAll =
  (noun: string, what: string): Phrase =>
  (rounded, value, total) =>
    total === undefined ? `${counted(value, noun)} ${what}` : `${rounded} of ${counted(total, noun)} ${what}`;

const phrases: Record<MeasurementKind, Phrase> = {
  'statement-coverage': covered('statements'),
  'line-coverage': covered('lines'),
  'branch-coverage': covered('branches'),
  'function-coverage': covered('functions'),
  'tests-passed': ofAll('test', 'passed'),
  'tests-failed': (_, value) => `${value} failed`,
  'tests-skipped': (_, value) => `${value} skipped`,
  'suites-broken': (_, value) => `${counted(value, 'suite')} did not run`,
  'concurrent-users': (_, value) => counted(value, 'concurrent user'),
  'response-time': (rounded) => `${rounded} ms on average`,
  'response-time-p95': (rounded) => `95 % of the requests within ${rounded} ms`,
  'connection-time': (rounded) => `${rounded} ms until a WebSocket is open`,
  'requests-failed': (rounded, _, total) => `${rounded} % of ${total ?? 'the'} requests failed`,
  'checks-passed': ofAll('check', 'passed'),
  'thresholds-failed': ofAll('threshold', 'failed'),
  'results-reported': ofAll('result', 'reported'),
};
