import fc from 'fast-check';
import { expect, test } from 'vitest';
import { candidatesOf } from '../../src/findings/candidates.ts';
import { keptFindings } from '../../src/findings/kept-findings.ts';
import { readScan } from '../../src/findings/read-scan.ts';
import { runs } from '../runs.ts';
import { sarifOf } from './read.ts';
import { samples } from './samples.ts';

const texts = [
  ...Object.values(samples).map(({ content }) =>
    typeof content === 'string' ? content : JSON.stringify(content),
  ),
  JSON.stringify(sarifOf([{ ruleId: 'R', message: { text: 'x' } }], {}, [{ id: 'R', name: 'n' }])),
];

/** What takes the place of a stretch of a file. */
const insertion = fc.oneof(
  fc.constantFrom(
    '"\\u001b[31mred"',
    '"\\u0000\\u009b2J"',
    '"\\u001b]8;;https://x\\u0007link"',
    '"\\ud800"',
    '"__proto__"',
    '"../../etc/passwd"',
    'null',
    '-1',
    '1e999',
    '[]',
    '{}',
    '[[[{}]]]',
    '\u001b[2J',
    'a\u202eb',
    '&#x1b;',
    '<!DOCTYPE x [<!ENTITY y "z">]>',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Cuts at values and at any place. */
const mutated = fc
  .record({
    text: fc.constantFrom(...texts),
    cuts: fc.array(
      fc.record({ from: fc.nat(), length: fc.nat({ max: 40 }), by: insertion, atValue: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  })
  .map(({ text, cuts }) =>
    cuts.reduce((now, { from, length, by, atValue }) => {
      const values = atValue ? [...now.matchAll(/"(?:[^"\\]|\\.)*"(?!:)|\b\d+\b|true|false|null/g)] : [];
      const value = values[from % Math.max(1, values.length)];
      const at = value?.index ?? from % (now.length + 1);
      return now.slice(0, at) + by + now.slice(at + (value?.[0].length ?? length));
    }, text),
  );

/** What a terminal would obey, or what turns the reading order; newlines of messages may stay. */
const controls = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

test('no file crashes the reader, and no control character gets through', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const scan = readScan(Buffer.from(text), 'scan');
      const said = [scan.refused, scan.tools, candidatesOf(keptFindings([scan]))];
      expect(strings(said).filter((one) => controls.test(one))).toEqual([]);
      if (scan.refused !== null) expect(scan.findings).toEqual([]);
    }),
    { numRuns: runs(200, 1000) },
  );
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}
