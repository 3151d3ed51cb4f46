import * as z from 'zod/mini';
import type { MeasuredValue, MeasurementKind } from '../../review/evidence/measurements.ts';
import { cleanLine } from '../../text/clean.ts';
import type { MeasurementFormat } from '../format.ts';
import { measuredValue } from '../measured-value.ts';
import { whatIsWrong } from '../what-is-wrong.ts';

const looksLikeIt = z.looseObject({ metrics: z.record(z.string(), z.looseObject({})) });
/** What every run of k6 measures. */
const always = ['iterations', 'vus', 'vus_max', 'data_received', 'http_reqs', 'iteration_duration'];

const metric = z.looseObject({
  values: z.optional(z.record(z.string(), z.unknown())),
  thresholds: z.optional(z.record(z.string(), z.union([z.boolean(), z.object({ ok: z.boolean() })]))),
});
const summary = z.object({ metrics: z.record(z.string(), metric) });
type Metrics = Record<string, z.infer<typeof metric>>;

/**
 * A summary of k6, as `--summary-export` writes it (the values of a metric beside its thresholds, where `true` says that
 * a threshold failed), or as a script's `handleSummary` gets it (`values` apart, a threshold with `ok`).
 * https://grafana.com/docs/k6/latest/results-output/end-of-test/
 */
export const k6Summary: MeasurementFormat = {
  name: 'k6-summary',
  sign: /"http_req_duration"/,
  recognises(content) {
    const found = looksLikeIt.safeParse(content.json());
    return found.success && always.some((name) => Object.hasOwn(found.data.metrics, name));
  },
  read(content) {
    const read = summary.safeParse(content.json());
    if (!read.success) return { refused: whatIsWrong(read.error) };
    const { metrics } = read.data;
    const values = [...load(metrics), ...times(metrics), ...thresholds(metrics)];
    return values.length > 0 ? { tool: 'k6', values } : { refused: 'measured nothing' };
  },
};

/** The first of these numbers that a metric has; undefined where it has none. */
function numberOf(metrics: Metrics, name: string, ...keys: string[]): number | undefined {
  const found = Object.hasOwn(metrics, name) ? metrics[name] : undefined;
  const values: Record<string, unknown> = found?.values ?? found ?? {};
  return keys
    .map((key) => values[key])
    .find((value) => typeof value === 'number' && Number.isFinite(value)) as number | undefined;
}

function load(metrics: Metrics): MeasuredValue[] {
  const users = numberOf(metrics, 'vus', 'max') ?? numberOf(metrics, 'vus_max', 'max', 'value');
  const failed = numberOf(metrics, 'http_req_failed', 'rate', 'value');
  const requests = numberOf(metrics, 'http_reqs', 'count');
  const [passes, fails] = ['passes', 'fails'].map((key) => numberOf(metrics, 'checks', key));
  return [
    ...one('concurrent-users', users),
    ...one('requests-failed', failed === undefined ? undefined : failed * 100, requests),
    ...one('checks-passed', passes, passes === undefined || fails === undefined ? undefined : passes + fails),
  ];
}

function times(metrics: Metrics): MeasuredValue[] {
  const ofParts = Object.keys(metrics).flatMap((name): MeasuredValue[] => {
    const tag = /^http_req_duration\{(.+)\}$/.exec(name)?.[1]?.trim();
    // k6 adds this one by itself.
    if (tag === undefined || tag === 'expected_response:true') return [];
    const of = cleanLine(tag);
    return one('response-time', numberOf(metrics, name, 'avg')).map((value) => ({ ...value, of }));
  });
  return [
    ...one('response-time', numberOf(metrics, 'http_req_duration', 'avg')),
    ...one('response-time-p95', numberOf(metrics, 'http_req_duration', 'p(95)')),
    ...one('connection-time', numberOf(metrics, 'ws_connecting', 'avg')),
    ...ofParts,
  ];
}

function thresholds(metrics: Metrics): MeasuredValue[] {
  const failed = Object.values(metrics).flatMap((one) =>
    Object.values(one.thresholds ?? {}).map((state) => (typeof state === 'boolean' ? state : !state.ok)),
  );
  return failed.length > 0 ? one('thresholds-failed', failed.filter(Boolean).length, failed.length) : [];
}

function one(kind: MeasurementKind, value: number | undefined, total?: number): MeasuredValue[] {
  return value === undefined ? [] : [measuredValue(kind, value, total)];
}
