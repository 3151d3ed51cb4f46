import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Draft } from '../../../src/drafts/format/draft.ts';
import { parseDraft } from '../../../src/drafts/format/parse.ts';
import { draftJsonSchema } from '../../../src/drafts/format/schema.ts';
import { emptyReview, type Review } from '../../../src/review/review.ts';
import { review } from '../../review/arbitrary.ts';

const draftOf = (any: Review): Draft => ({
  format: 3,
  id: 'abcdef1',
  template: { name: 'production-readiness', version: '1' },
  review: any,
  made: '2026-02-13T10:00:00.000Z',
  edited: '2026-02-13T11:00:00.000Z',
  worked: 12,
  position: { page: 'details', scroll: 0 },
});
const parse = (change: object) =>
  parseDraft(JSON.stringify({ ...draftOf(emptyReview), ...change }), 'x.json');
const wrongs = (change: object) => {
  const parsed = parse(change);
  return parsed.ok ? [] : parsed.failures.map(({ where, what }) => `${where} ${what}`);
};
const inReview = (change: object) => wrongs({ review: { ...emptyReview, ...change } });

test('every draft is read as it was written', () => {
  fc.assert(
    fc.property(review, (any) => {
      const draft = draftOf(any);
      expect(parseDraft(JSON.stringify(draft), 'x.json')).toEqual({ ok: true, value: draft });
    }),
  );
});

test('a wrong type is told with its path', () => {
  expect(wrongs({ made: 3 })).toEqual(['x.json: made must be text']);
  expect(wrongs({ position: { page: 'x' } })).toEqual(['x.json: position.scroll is missing']);
  expect(inReview({ answers: { risk: { value: 7 } } })[0]).toMatch(
    /^x.json: review.answers.risk.value must be/,
  );
  expect(inReview({ answers: { risk: { notApplicable: 7 } } })).toEqual([
    'x.json: review.answers.risk.notApplicable must be text',
  ]);
  expect(inReview({ answers: { strengths: { value: ['a', 3] } } })).toEqual([
    'x.json: review.answers.strengths.value[1] must be text',
  ]);
  expect(inReview({ answers: { risk: 'HIGH' } })[0]).toContain('review.answers.risk must be {');
  expect(inReview({ issues: [{ id: 'a', severity: 'bad', answers: {} }] })[0]).toContain(
    'review.issues[0].severity must be "critical" or "high"',
  );
  expect(inReview({ issues: [{ id: 'a', severity: 'low', answers: { category: { value: 'x' } } }] })).toEqual(
    ['x.json: review.issues[0].answers.category.value must be a list'],
  );
});

test('several wrong places are several problems, each with a remedy', () => {
  const parsed = parse({ made: 3, worked: 'long', extra: 1 });
  expect(parsed.ok || parsed.failures.length).toBe(3);
  expect(!parsed.ok && parsed.failures.every(({ remedy }) => remedy !== '')).toBe(true);
});

test('two issues with one id are refused', () => {
  const twin = { id: 'a', severity: 'low', answers: {} };
  expect(inReview({ issues: [twin, twin] })).toEqual([
    'x.json: review.issues[1].id is the id of another one too',
  ]);
});

test('a newer format says which it needs, whatever else is in it', () => {
  expect(wrongs({ format: 4, review: 'of another shape' })).toEqual([
    'x.json is in draft format 4; this sanctum-review reads up to format 3',
  ]);
});

test.each(['', '  ', '{', '[]', 'null', '7', '\u001b[31m', '{"format":'])('no draft: %j', (text) => {
  const parsed = parseDraft(text, 'x.json');
  expect(parsed.ok).toBe(false);
  expect(JSON.stringify(parsed)).not.toContain('\\u001b');
});

test('any text gives problems and never throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseDraft(text, 'x').ok).toBe(false);
    }),
  );
});

test('the JSON Schema names every key of a draft', () => {
  const schema = draftJsonSchema() as { properties: object; additionalProperties: boolean };
  expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(draftOf(emptyReview))));
  expect(schema.additionalProperties).toBe(false);
});
