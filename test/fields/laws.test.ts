import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/fields/field.ts';
import { kinds } from '../../src/fields/kinds.ts';
import { stripped, trimmed } from '../../src/markdown/line.ts';
import { cleanAnswer } from '../../src/report/answer-text.ts';
import { runs } from '../runs.ts';
import { bundled, compiled } from '../template/bundled.ts';
import { valueFor } from './values.ts';

const oddShapes = readFileSync(new URL('../template/odd-shapes.md', import.meta.url), 'utf8');

/** Every field of our templates, in issues and lists too. */
const fields: Field[] = [bundled(), compiled(oddShapes)].flatMap((template) => [
  ...Object.values(template.fields),
  ...Object.values(template.issues).flatMap((block) => Object.values(block?.fields ?? {})),
  ...Object.values(template.lists).flatMap((list) => Object.values(list.fields)),
]);

/** A written value as the reader of the report cuts it out. */
const cutOut = (field: Field, written: string): string =>
  field.place === 'block' || /^[ \t]*\n/.test(written) ? `\n${trimmed(written)}` : stripped(written);

describe.each(Object.entries(kinds))('a field of the kind %s', (name, kind) => {
  const own = fields.filter((field) => field.kind === name);
  const anyValue = fc
    .constantFrom(...own)
    .chain((field) => valueFor(field).map((value) => ({ field, value })))
    .map(({ field, value }) => ({ field, answer: cleanAnswer({ value }) }))
    .map(({ field, answer }) => ({ field, value: 'value' in answer ? answer.value : '' }));

  test('stands in a template of ours', () => expect(own).not.toEqual([]));

  test('takes its values, and no others, by its schema', () => {
    fc.assert(
      fc.property(anyValue, ({ value }) => {
        expect(kind.schema.parse(value)).toEqual(value);
        for (const other of [null, 3, {}, [3]]) expect(kind.schema.safeParse(other).success).toBe(false);
      }),
      { numRuns: runs(20) },
    );
  });

  test('settles a value once and for all', () => {
    fc.assert(
      fc.property(anyValue, ({ field, value }) => {
        const settled = kind.settle(value, field);
        expect(kind.settle(settled, field)).toEqual(settled);
      }),
      { numRuns: runs(50) },
    );
  });

  test('reads the value that it wrote, and leaves nothing over', () => {
    fc.assert(
      fc.property(anyValue, ({ field, value }) => {
        const settled = kind.settle(value, field);
        fc.pre(!kind.isEmpty(settled));
        const written = kind.write(settled, field, () => false);
        expect(kind.read(cutOut(field, written), field)).toEqual({ value: settled, rest: '' });
      }),
      { numRuns: runs(50) },
    );
  });

  test('says what is wrong in one line', () => {
    fc.assert(
      fc.property(anyValue, ({ field, value }) => {
        expect(kind.problem(value, field) ?? '').not.toContain('\n');
      }),
      { numRuns: runs(20) },
    );
  });
});
