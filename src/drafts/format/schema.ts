import * as z from 'zod';
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
import type { Draft, Position } from './draft.ts';

/** The format that this program reads and writes. */
export const draftFormat = 3;

const identifier = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be letters, digits, - or _');
const moment = z.iso.datetime({ error: 'must be a moment such as "2026-02-13T10:00:00.000Z"' });
const texts = z.array(z.string());

const code: z.ZodType<Code> = z.strictObject({ text: z.string(), language: z.nullable(z.string()) });
const checklist = z.array(
  z.strictObject({ text: z.string(), done: z.boolean(), notApplicable: z.string().exactOptional() }),
);
const anyValue: z.ZodType<Value> = z.union([z.string(), texts, code, checklist], {
  error: 'must be text, a list of texts, code with its language, or the lines of a checklist',
});

function answerOf<V extends Value>(value: z.ZodType<V>): z.ZodType<Answer<V>> {
  const branches = [z.strictObject({ value }), z.strictObject({ notApplicable: z.string() })] as const;
  return z.union(branches, { error: 'must be { "value": … } or { "notApplicable": "the reason" }' });
}

/** An issue's field always holds the same kind of value, whatever the template. */
const issueValues: Partial<Record<string, z.ZodType<Value>>> = {
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
      answerOf(issueValues[issueKinds[field]] ?? z.string()).optional(),
    ]),
  ),
) as unknown as z.ZodType<IssueAnswers>;

const answers = z.record(z.string(), answerOf(anyValue));
const note = z.string().exactOptional();
const line = z.int().positive();
const source: z.ZodType<Source> = z.strictObject({
  commit: z.string().regex(/^[0-9a-f]{40,64}$/, 'must be the full id of a commit'),
  path: z.string(),
  from: line,
  to: line,
  hash: z.string(),
});
const sources = z.array(source).exactOptional().describe('What was taken as evidence, where from');
const issue = z.strictObject({
  id: identifier,
  severity: z.enum(severities),
  answers: issueAnswers,
  note,
  sources,
});
const item = z.strictObject({ id: identifier, answers, issues: z.array(identifier).exactOptional() });

const measured = Object.keys(measurementUnits) as MeasurementKind[];
const measurement: z.ZodType<Measurement> = z.strictObject({
  kind: z.enum(measured),
  value: z.number().nonnegative(),
  unit: z.enum(Object.values(measurementUnits)),
  total: z.int().nonnegative().exactOptional(),
  of: z.string().exactOptional(),
  source: z.strictObject({
    file: z.string(),
    tool: z.string(),
    version: z.string().exactOptional(),
    language: z.enum(['go', 'javascript']).exactOptional(),
  }),
});

const finding: z.ZodType<KeptFinding> = z.strictObject({
  fingerprint: z.string(),
  tool: z.string(),
  rule: z.string(),
  severity: z.enum(severities),
  severityFrom: z.string(),
  title: z.string(),
  message: z.string(),
  locations: texts,
  fix: z.nullable(z.string()),
  results: z.int().positive(),
  about: z.string(),
  names: texts,
  files: texts,
  since: z.enum(['new', 'gone']).exactOptional(),
});
const decision: z.ZodType<Decision> = z.union([
  z.strictObject({ is: z.literal('rated'), severity: z.enum(severities) }),
  z.strictObject({ is: z.enum(['accepted', 'merged']), issues: z.array(identifier) }),
  z.strictObject({ is: z.literal('dismissed'), reason: z.enum(dismissReasons) }),
]);

/** Written in code in a report, between words that a reader goes by. */
const name = z.string().regex(/^[^\s`/]+$/, 'must be a name without spaces');
const place: z.ZodType<Override['place']> = z.union(
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
  check: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be the id of a check'),
  place,
  message: z.string(),
  mark: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'must be letters, digits, - or _')
    .exactOptional(),
  reason: z.string(),
});

const review = z.strictObject({
  answers,
  issues: z.array(issue).superRefine(idsDiffer),
  items: z.record(z.string(), z.array(item).superRefine(idsDiffer)),
  notes: z.record(z.string(), z.string()),
  overrides: z
    .array(override)
    .exactOptional()
    .describe('Errors of the checks that the reviewer lets stand, each with a reason'),
  measurements: z
    .array(measurement)
    .exactOptional()
    .describe('What tools measured, by their files: offered as answers'),
  findings: z.array(finding).exactOptional().describe('What scanners reported, until the next scan'),
  decisions: z
    .record(z.string(), decision)
    .exactOptional()
    .describe('What the reviewer decided on it, by fingerprints'),
});

const position: z.ZodType<Position> = z.strictObject({
  page: z.string(),
  open: z
    .union([z.strictObject({ issue: z.string() }), z.strictObject({ list: z.string(), item: z.string() })])
    .exactOptional(),
  focus: z.string().exactOptional(),
  caret: z.int().nonnegative().exactOptional(),
  scroll: z.int().nonnegative(),
});

const count = z.int().nonnegative();
const reading: z.ZodType<Reading> = z.strictObject({
  ofTemplate: z.boolean(),
  issues: count,
  answers: count,
  unplaced: count,
  unclear: z.array(
    z.strictObject({
      key: z.string(),
      line: count,
      what: z.string(),
      source: z.strictObject({ section: z.string(), text: z.string() }).optional(),
      closed: z.strictObject({ title: z.string(), outcome: z.enum(['resolved', 'accepted']) }).optional(),
    }),
  ),
  notes: z.record(z.string(), count),
});

/** What a draft's file holds. Strict: a key that nobody knows would be lost with the next save. */
export const draftSchema = z
  .strictObject({
    format: z.literal(draftFormat),
    id: z.string().regex(/^[a-z0-9]{6,64}$/, 'must be at least six small letters and digits'),
    template: z.strictObject({
      name: z.string(),
      version: z.string(),
      hash: z
        .string()
        .regex(/^[a-z0-9]+$/)
        .exactOptional(),
    }),
    review,
    made: moment,
    edited: moment,
    worked: z.number().nonnegative().describe('Seconds in which the draft was really being edited'),
    position,
    repository: z.string().exactOptional(),
    written: z.strictObject({ path: z.string(), at: moment }).exactOptional(),
    readFrom: z.string().exactOptional(),
    reading: reading.exactOptional().describe('What was read of that report, and what was not clear'),
    previous: z
      .strictObject({
        from: z.string(),
        issues: z.array(z.strictObject({ name: z.string(), issue })),
        answers,
      })
      .exactOptional()
      .describe('The previous review that this one follows: its issues, and what it measured'),
    journal: z
      .strictObject({ sequence: z.int().nonnegative(), check: z.string() })
      .exactOptional()
      .describe('The last line of a journal that is in it'),
    turn: z
      .int()
      .nonnegative()
      .exactOptional()
      .describe('How many windows had written it one after the other'),
    journals: z
      .record(z.string(), z.int().nonnegative())
      .exactOptional()
      .describe('How far the journal of each window is in it'),
    undo: z.string().exactOptional().describe('The last steps for undo and redo, with a check before them'),
  })
  .meta({ title: 'A draft of a sanctum-review report' }) satisfies z.ZodType<Draft>;

/** The JSON Schema of a draft, made from the schema that loads it. */
export function draftJsonSchema(): object {
  return z.toJSONSchema(draftSchema, { io: 'input' });
}

function idsDiffer(all: { id: string }[], context: z.RefinementCtx<{ id: string }[]>): void {
  const seen = new Set<string>();
  for (const [index, { id }] of all.entries()) {
    if (seen.has(id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is the id of another one too' });
    }
    seen.add(id);
  }
}
