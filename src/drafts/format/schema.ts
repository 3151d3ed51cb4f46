import * as z from 'zod/mini';
import { type IssueAnswers, issueFields, issueKinds, severities } from '../../fields/issue.ts';
import type { Answer, Code, Value } from '../../fields/value.ts';
import type { Reading } from '../../report/read-summary.ts';
import { type Decision, dismissReasons, type KeptFinding } from '../../review/evidence/findings.ts';
import {
  type Measurement,
  type MeasurementKind,
  measurementUnits,
} from '../../review/evidence/measurements.ts';
import type { Source } from '../../review/evidence/sources.ts';
import type { Override } from '../../review/review.ts';
import { described } from './described.ts';
import type { Draft, Position } from './draft.ts';

/** The format that this program reads and writes. */
export const draftFormat = 3;

/** What names an issue or an item. */
export const identifierForm = /^[A-Za-z0-9_-]{1,64}$/;

const identifier = z.string().check(z.regex(identifierForm, 'must be letters, digits, - or _'));
const moment = z.iso.datetime({ error: 'must be a moment such as "2026-02-13T10:00:00.000Z"' });
const texts = z.array(z.string());

const code: z.ZodMiniType<Code> = z.strictObject({ text: z.string(), language: z.nullable(z.string()) });
const checklist = z.array(
  z.strictObject({ text: z.string(), done: z.boolean(), notApplicable: z.exactOptional(z.string()) }),
);
const anyValue: z.ZodMiniType<Value> = z.union([z.string(), texts, code, checklist], {
  error: 'must be text, a list of texts, code with its language, or the lines of a checklist',
});

function answerOf<V extends Value>(value: z.ZodMiniType<V>): z.ZodMiniType<Answer<V>> {
  const branches = [z.strictObject({ value }), z.strictObject({ notApplicable: z.string() })] as const;
  return z.union(branches, { error: 'must be { "value": … } or { "notApplicable": "the reason" }' });
}

/** An issue's field always holds the same kind of value, whatever the template. */
const issueValues: Partial<Record<string, z.ZodMiniType<Value>>> = {
  choices: texts,
  location: texts,
  list: texts,
  code,
};
const issueAnswers = z.strictObject(
  Object.fromEntries(
    issueFields.map((field) => [
      field,
      // In JSON the same as exactOptional, which makes the message of a mistake for each field that is not there:
      // a fourth of the time that a draft takes.
      z.optional(answerOf(issueValues[issueKinds[field]] ?? z.string())),
    ]),
  ),
) as unknown as z.ZodMiniType<IssueAnswers>;

const answers = z.record(z.string(), answerOf(anyValue));
const note = z.exactOptional(z.string());
const line = z.int().check(z.positive());
const source: z.ZodMiniType<Source> = z.strictObject({
  commit: z.string().check(z.regex(/^[0-9a-f]{40,64}$/, 'must be the full id of a commit')),
  path: z.string(),
  from: line,
  to: line,
  hash: z.string(),
});
const sources = described('What was taken as evidence, where from', z.exactOptional(z.array(source)));
const issue = z.strictObject({
  id: identifier,
  severity: z.enum(severities),
  answers: issueAnswers,
  note,
  sources,
});
const item = z.strictObject({ id: identifier, answers, issues: z.exactOptional(z.array(identifier)) });

const measured = Object.keys(measurementUnits) as MeasurementKind[];
const measurement: z.ZodMiniType<Measurement> = z.strictObject({
  kind: z.enum(measured),
  value: z.number().check(z.nonnegative()),
  unit: z.enum(Object.values(measurementUnits)),
  total: z.exactOptional(z.int().check(z.nonnegative())),
  of: z.exactOptional(z.string()),
  source: z.strictObject({
    file: z.string(),
    tool: z.string(),
    version: z.exactOptional(z.string()),
    language: z.exactOptional(z.enum(['go', 'javascript'])),
  }),
});

const finding: z.ZodMiniType<KeptFinding> = z.strictObject({
  fingerprint: z.string(),
  tool: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  severityFrom: z.string(),
  title: z.string(),
  message: z.string(),
  locations: texts,
  fix: z.nullable(z.string()),
  results: z.int().check(z.positive()),
  about: z.string(),
  names: texts,
  files: texts,
  since: z.exactOptional(z.enum(['new', 'gone'])),
});
const decision: z.ZodMiniType<Decision> = z.union([
  z.strictObject({ is: z.literal('rated'), severity: z.enum(severities) }),
  z.strictObject({ is: z.enum(['accepted', 'merged']), issues: z.array(identifier) }),
  z.strictObject({ is: z.literal('dismissed'), reason: z.enum(dismissReasons) }),
]);

/** Written in code in a report, between words that a reader goes by. */
const name = z.string().check(z.regex(/^[^\s`/]+$/, 'must be a name without spaces'));
const place: z.ZodMiniType<Override['place']> = z.union(
  [
    z.strictObject({ field: name }),
    z.strictObject({ issue: identifier }),
    z.strictObject({ issue: identifier, field: z.enum(issueFields) }),
    z.strictObject({ list: name, item: identifier, field: name }),
    z.strictObject({ page: name }),
  ],
  { error: 'must name a field, an issue, a field of an issue or of an item, or a page' },
);
const override = z.strictObject({
  check: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, 'must be the id of a check')),
  place,
  message: z.string(),
  mark: z.exactOptional(z.string().check(z.regex(/^[A-Za-z0-9_-]+$/, 'must be letters, digits, - or _'))),
  reason: z.string(),
});

const review = z.strictObject({
  answers,
  issues: z.array(issue).check(z.superRefine(idsDiffer)),
  items: z.record(z.string(), z.array(item).check(z.superRefine(idsDiffer))),
  notes: z.record(z.string(), z.string()),
  overrides: described(
    'Errors of the checks that the reviewer lets stand, each with a reason',
    z.exactOptional(z.array(override)),
  ),
  measurements: described(
    'What tools measured, by their files: offered as answers',
    z.exactOptional(z.array(measurement)),
  ),
  findings: described('What scanners reported, until the next scan', z.exactOptional(z.array(finding))),
  decisions: described(
    'What the reviewer decided on it, by fingerprints',
    z.exactOptional(z.record(z.string(), decision)),
  ),
});

const position: z.ZodMiniType<Position> = z.strictObject({
  page: z.string(),
  open: z.exactOptional(
    z.union([z.strictObject({ issue: z.string() }), z.strictObject({ list: z.string(), item: z.string() })]),
  ),
  focus: z.exactOptional(z.string()),
  caret: z.exactOptional(z.int().check(z.nonnegative())),
  scroll: z.int().check(z.nonnegative()),
});

const count = z.int().check(z.nonnegative());
const reading: z.ZodMiniType<Reading> = z.strictObject({
  ofTemplate: z.boolean(),
  issues: count,
  answers: count,
  unplaced: count,
  unclear: z.array(
    z.strictObject({
      key: z.string(),
      line: count,
      what: z.string(),
      source: z.optional(z.strictObject({ section: z.string(), text: z.string() })),
      closed: z.optional(z.strictObject({ title: z.string(), outcome: z.enum(['resolved', 'accepted']) })),
    }),
  ),
  notes: z.record(z.string(), count),
});

/** What a draft's file holds. Strict: a key that nobody knows would be lost with the next save. */
export const draftSchema = z
  .strictObject({
    format: z.literal(draftFormat),
    id: z.string().check(z.regex(/^[a-z0-9]{6,64}$/, 'must be at least six small letters and digits')),
    template: z.strictObject({
      name: z.string(),
      version: z.string(),
      hash: z.exactOptional(z.string().check(z.regex(/^[a-z0-9]+$/, 'must be small letters and digits'))),
    }),
    review,
    made: moment,
    edited: moment,
    worked: described(
      'Seconds in which the draft was really being edited',
      z.number().check(z.nonnegative()),
    ),
    position,
    repository: z.exactOptional(z.string()),
    written: z.exactOptional(z.strictObject({ path: z.string(), at: moment })),
    readFrom: z.exactOptional(z.string()),
    reading: described('What was read of that report, and what was not clear', z.exactOptional(reading)),
    previous: described(
      'The previous review that this one follows: its issues, and what it measured',
      z.exactOptional(
        z.strictObject({
          from: z.string(),
          issues: z.array(z.strictObject({ name: z.string(), issue })),
          answers,
        }),
      ),
    ),
    journal: described(
      'The last line of a journal that is in it',
      z.exactOptional(z.strictObject({ sequence: z.int().check(z.nonnegative()), check: z.string() })),
    ),
    turn: described(
      'How many windows had written it one after the other',
      z.exactOptional(z.int().check(z.nonnegative())),
    ),
    journals: described(
      'How far the journal of each window is in it',
      z.exactOptional(z.record(z.string(), z.int().check(z.nonnegative()))),
    ),
    undo: described(
      'The last steps for undo and redo, with a check before them',
      z.exactOptional(z.string()),
    ),
  })
  .register(z.globalRegistry, { title: 'A draft of a sanctum-review report' }) satisfies z.ZodMiniType<Draft>;

/** The JSON Schema of a draft, made from the schema that loads it. */
export function draftJsonSchema(): object {
  return z.toJSONSchema(draftSchema, { io: 'input' });
}

function idsDiffer(all: { id: string }[], context: z.core.$RefinementCtx<{ id: string }[]>): void {
  const seen = new Set<string>();
  for (const [index, { id }] of all.entries()) {
    if (seen.has(id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is the id of another one too' });
    }
    seen.add(id);
  }
}
