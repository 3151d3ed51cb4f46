import type { Field, KindName } from '../../fields/field.ts';

/** What a measure says: which way is better, and what change is too small to mean anything. */
export interface Direction {
  better: 'lower' | 'higher';
  /** `part` of the earlier value, or so many `points` (percent; for X/Y the percentage that it is). */
  noise: { part: number } | { points: number };
}

interface Row extends Direction {
  /** Fields of the bundled template. */
  ids?: string[];
  /** Fields of any template. */
  kind?: KindName;
}

const exact = { points: 0 };

/** The one table of what is better. A measure that no row fits just changes; the first row that fits counts. */
const rows: Row[] = [
  {
    ids: ['get-posts', 'post-posts', 'get-messages', 'websocket-time', 'memory', 'cpu'],
    better: 'lower',
    noise: { part: 0.1 },
  },
  { ids: ['n-plus-one', 'ignored-errors'], better: 'lower', noise: exact },
  { kind: 'found', better: 'lower', noise: exact },
  {
    ids: [
      'validation-coverage',
      'unit-coverage',
      'component-coverage',
      'backend-test-coverage',
      'frontend-test-coverage',
    ],
    better: 'higher',
    noise: { points: 1 },
  },
  {
    ids: ['foreign-keys', 'critical-paths', 'key-flows', 'e2e-scenarios'],
    better: 'higher',
    noise: { points: 1 },
  },
];

export function directionOf({ id, kind }: Field): Direction | null {
  return rows.find((row) => row.kind === kind || row.ids?.includes(id)) ?? null;
}

/** Choices of the bundled template whose options stand from the best to the worst. */
const bestFirst = new Set([
  ...['auth-status', 'validation-status', 'secrets-status', 'cors', 'rate-limiting', 'security-headers'],
  ...['panic-recovery', 'timeouts', 'redis-failure', 'db-slowness', 'external-failure'],
  ...['connection-pooling', 'redis-usage', 'cache-invalidation', 'ttls'],
  ...['connection-limits', 'heartbeats', 'cleanup'],
  ...['integration-tests', 'e2e-tests', 'race-tests', 'error-cases', 'edge-cases'],
  ...['env-defined', 'env-validated', 'env-secrets', 'prod-config', 'strong-passwords', 'monitoring'],
  ...['backend-result', 'frontend-result', 'e2e-result'],
]);

/** The place of a status among its options, the best 0; null for words of the reviewer's own and other choices. */
export function statusRank(field: Field, status: string): number | null {
  if (!bestFirst.has(field.id)) return null;
  const said = status.trim().toLowerCase();
  // "Partial (auth only)" is the option with a note.
  const at = (field.options ?? []).findIndex(
    (option) => said === option.toLowerCase() || said.startsWith(`${option.toLowerCase()} (`),
  );
  return at === -1 ? null : at;
}

/** Verdicts from the best to the worst. */
export const verdictsBestFirst = ['GO', 'CONDITIONAL GO', 'NO-GO'];
