import type { Field } from '../../fields/field.ts';
import { isShare } from '../../fields/kinds/amount.ts';
import { kinds, problemOf } from '../../fields/kinds.ts';
import type { Value } from '../../fields/value.ts';
import { type Check, shortened } from '../check.ts';
import { findInValues } from '../each-value.ts';

const isMeasured = ({ kind }: Field): boolean => Boolean(kinds[kind].measures || kinds[kind].doubt);

const wrongNumbers = findInValues(isMeasured, ({ field, value }) => {
  const wrong = kinds[field.kind].measures ? wrongWith(field, value) : null;
  if (wrong) {
    return { message: `${field.label} ${wrong}: ${String(value).trim()}`, advice: 'correct the number' };
  }
  const doubt = kinds[field.kind].doubt?.(value, field);
  if (!doubt) return null;
  return {
    level: 'warning' as const,
    message: `${field.label}: "${shortened(String(value).trim(), 50)}" ${doubt}`,
    advice: 'correct it, or keep it as it is if it says what you mean',
  };
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
  if (percent !== undefined && Number(percent) > 100 && !open) return 'cannot be more than 100 %';
  return problemOf(field, value);
}
