import type { Field } from '../../fields/field.ts';
import { isShare } from '../../fields/kinds/amount.ts';
import { kinds, problemOf } from '../../fields/kinds.ts';
import type { Value } from '../../fields/value.ts';
import type { Check } from '../check.ts';
import { findInValues } from '../each-value.ts';

const wrongNumbers = findInValues(({ field, value }) => {
  if (!kinds[field.kind].measures) return null;
  const wrong = wrongWith(field, value);
  const message = `${field.label}: ${String(value).trim()}: ${wrong}`;
  return wrong ? { message, advice: 'correct the number' } : null;
});

export const numbers: Check = {
  id: 'numbers',
  level: 'error',
  find: wrongNumbers,
  ahead: wrongNumbers.ahead,
};

function wrongWith(field: Field, value: Value): string | null {
  const said = typeof value === 'string' ? value.trim() : '';
  if (/^[-−–]\s?\d/.test(said)) return 'cannot be below 0';
  const percent = /^[~<>≈]?\s?(\d[\d.]*)\s*(?:%|per ?cent\b)/i.exec(said)?.[1];
  const open = field.unit?.startsWith('%') && !isShare(field);
  if (percent !== undefined && Number(percent) > 100 && !open) return 'a percentage is between 0 and 100';
  return problemOf(field, value);
}
