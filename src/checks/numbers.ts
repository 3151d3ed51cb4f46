import type { Field } from '../fields/field.ts';
import { problemOf } from '../fields/kinds.ts';
import type { Value } from '../fields/value.ts';
import { type Check, type Found, valuesOf } from './check.ts';

export const numbers: Check = {
  id: 'numbers',
  level: 'error',
  find(subject) {
    return valuesOf(subject, ({ kind }) => kind === 'number' || kind === 'ratio' || kind === 'found').flatMap(
      ({ place, field, value }): Found[] => {
        const wrong = wrongWith(field, value);
        if (!wrong) return [];
        return [
          {
            place,
            message: `${field.label}: ${String(value).trim()}: ${wrong}`,
            remedy: 'correct the number',
          },
        ];
      },
    );
  },
};

function wrongWith(field: Field, value: Value): string | null {
  const said = typeof value === 'string' ? value.trim() : '';
  if (/^[-−–]\s?\d/.test(said)) return 'cannot be below 0';
  const percent = /^[~<>≈]?\s?(\d[\d.]*)\s*%/.exec(said)?.[1];
  if (percent !== undefined && Number(percent) > 100) return 'a percentage is between 0 and 100';
  return problemOf(field, value);
}
