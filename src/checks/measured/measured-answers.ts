import type { Field } from '../../fields/field.ts';
import {
  type Measurement,
  type MeasurementSource,
  roundedMeasure,
} from '../../review/evidence/measurements.ts';
import type { Review } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { type Measures, measuredFields, type TestedPart } from './measured-fields.ts';

/** What a measurement answers to a field. */
export interface MeasuredAnswer {
  value: string;
  /** Why, where the value alone does not tell: "2 of 35 tests failed". */
  because?: string;
  /** Where it is said. */
  source: MeasurementSource;
}

/** What measurements answer to a field of the template that stands once; null where none does. */
export function measuredAnswer(
  template: Template,
  { measurements }: Pick<Review, 'measurements'>,
  { id }: Pick<Field, 'id'>,
): MeasuredAnswer | null {
  if (!measurements) return null;
  const { measured, endpoints } = measuredFields(template);
  const timed = endpoints.find(({ field }) => field.id === id);
  if (timed) return timeOf(measurements, timed);
  const role = measured.find(({ field }) => field.id === id);
  if (!role) return null;
  const { field, measures, part } = role;
  return answers[measures](part ? ofPart(measurements, part) : measurements, field.options ?? []);
}

type Answering = (all: readonly Measurement[], options: readonly string[]) => MeasuredAnswer | null;

/** The measured answer for each role, from the measurements of its part. */
const answers: Record<Measures, Answering> = {
  coverage: (all) => said(first(all, 'statement-coverage') ?? first(all, 'line-coverage')),
  'pass-or-fail': (all, [pass, fail]) => {
    const passed = first(all, 'tests-passed');
    if (!passed || pass === undefined || fail === undefined) return null;
    const { source, total = 0, value } = passed;
    const own = all.filter((one) => one.source.file === source.file);
    const failed = first(own, 'tests-failed')?.value ?? 0;
    const broken = first(own, 'suites-broken')?.value ?? 0;
    if (failed > 0) return { value: fail, because: `${failed} of ${total} tests failed`, source };
    if (broken > 0) return { value: fail, because: `${broken} of the suites did not run`, source };
    return value > 0 ? { value: pass, because: `${value} of ${total} tests passed`, source } : null;
  },
  'passed-of-all': (all) => {
    const passed = first(all, 'tests-passed');
    return passed?.total ? { value: `${passed.value}/${passed.total}`, source: passed.source } : null;
  },
  presence: (all, [present]) => {
    const passed = first(all, 'tests-passed');
    if (!passed?.total || present === undefined) return null;
    return { value: present, because: `${passed.total} tests`, source: passed.source };
  },
  users: (all) => {
    const users = first(all, 'concurrent-users');
    return users ? { value: `${users.value} concurrent users`, source: users.source } : null;
  },
  'connection-time': (all) => said(first(all, 'connection-time')),
};

const said = (one: Measurement | undefined): MeasuredAnswer | null =>
  one ? { value: roundedMeasure(one), source: one.source } : null;

const first = (all: readonly Measurement[], kind: Measurement['kind']): Measurement | undefined =>
  all.find((one) => one.kind === kind && one.of === undefined);

/** The measurements of a part, those that say so first; behind them those that may be of any. */
function ofPart(all: readonly Measurement[], part: TestedPart): Measurement[] {
  const own = all.filter(({ source }) => partOf(source) === part);
  return part === 'e2e' ? own : [...own, ...all.filter(({ source }) => partOf(source) === null)];
}

const words: Record<TestedPart, RegExp> = {
  e2e: /(?:^|[^a-z])(?:e2e|end-to-end|playwright|cypress)(?:[^a-z]|$)/i,
  backend: /(?:^|[^a-z])(?:backend|server|api)(?:[^a-z]|$)/i,
  frontend: /(?:^|[^a-z])(?:frontend|client|web|ui)(?:[^a-z]|$)/i,
};

/** The part that a file is about, by its path or tool, else by the language of what it measured; null where neither tells. */
function partOf({ file, tool, language }: MeasurementSource): TestedPart | null {
  const named = (Object.keys(words) as TestedPart[]).find((part) => words[part].test(`${file} ${tool}`));
  return named ?? (language === 'go' ? 'backend' : language === 'javascript' ? 'frontend' : null);
}

/** The time of an endpoint: of the requests whose tag names its method and path. */
function timeOf(
  all: readonly Measurement[],
  { method, path }: { method: string; path: string },
): MeasuredAnswer | null {
  const isOf = ({ kind, of = '' }: Measurement) => {
    const at = of.indexOf(path);
    const ends = at >= 0 && !/^[\w/-]/.test(of.slice(at + path.length));
    return kind === 'response-time' && ends && new RegExp(`\\b${method}\\b`).test(of);
  };
  return said(all.find(isOf));
}
