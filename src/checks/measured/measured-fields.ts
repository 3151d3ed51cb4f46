import type { Field, KindName } from '../../fields/field.ts';
import { memo } from '../../memo.ts';
import type { Template } from '../../template/template.ts';

/** What a measurement says in a field: a percentage, which of the first two options, X of Y, or the first option at all. */
export type Measures =
  | 'coverage'
  | 'pass-or-fail'
  | 'passed-of-all'
  | 'presence'
  | 'users'
  | 'connection-time';

/** A field that measurements answer. */
interface MeasuredField {
  field: Field;
  measures: Measures;
  /** The part of the application that it asks about. */
  part?: TestedPart;
}

export type TestedPart = 'backend' | 'frontend' | 'e2e';

/** A field that asks how long the requests of an endpoint take, in milliseconds: "GET /api/posts". */
interface TimedEndpoint {
  field: Field;
  method: string;
  path: string;
}

interface MeasuredFields {
  measured: MeasuredField[];
  endpoints: TimedEndpoint[];
}

/** By the ids and kinds of the bundled template. */
const measured: Record<string, { measures: Measures; kind: KindName; part?: TestedPart }> = {
  'unit-coverage': { measures: 'coverage', kind: 'number', part: 'backend' },
  'component-coverage': { measures: 'coverage', kind: 'number', part: 'frontend' },
  'e2e-tests': { measures: 'presence', kind: 'choice', part: 'e2e' },
  'backend-result': { measures: 'pass-or-fail', kind: 'choice', part: 'backend' },
  'backend-test-coverage': { measures: 'coverage', kind: 'number', part: 'backend' },
  'frontend-result': { measures: 'pass-or-fail', kind: 'choice', part: 'frontend' },
  'frontend-test-coverage': { measures: 'coverage', kind: 'number', part: 'frontend' },
  'e2e-result': { measures: 'pass-or-fail', kind: 'choice', part: 'e2e' },
  'e2e-scenarios': { measures: 'passed-of-all', kind: 'ratio', part: 'e2e' },
  'load-test': { measures: 'users', kind: 'text' },
  'websocket-time': { measures: 'connection-time', kind: 'number' },
};

/** Which fields of a template measurements answer. A template may have none of them. */
export const measuredFields = memo(({ fields }: Template): MeasuredFields => {
  return {
    measured: Object.entries(measured).flatMap(([id, { kind, ...role }]) => {
      const field = fields[id];
      return field?.kind === kind ? [{ field, ...role }] : [];
    }),
    endpoints: Object.values(fields).flatMap((field) => {
      const [, method, path] = /^(GET|POST|PUT|PATCH|DELETE) (\/\S+)$/.exec(field.label) ?? [];
      const isTime = field.kind === 'number' && field.unit?.trim().startsWith('ms');
      return isTime && method && path ? [{ field, method, path }] : [];
    }),
  };
});
