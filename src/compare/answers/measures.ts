import type { Field } from '../../fields/field.ts';
import { kinds } from '../../fields/kinds.ts';
import type { ComparedReview } from '../compared-review.ts';
import { directionOf } from './rankings.ts';
import { answerInWords, effectiveAnswer, type FieldOfBoth, fieldsOfBoth } from './single-fields.ts';

/** `appeared` and `gone`: said in one of the reviews only. `changed`: which way is better is not known. */
export type Trend = 'better' | 'worse' | 'same' | 'changed' | 'appeared' | 'gone';

interface Amount {
  /** As the report says it, with its unit: "23.4%", "None found", "not measured". */
  words: string;
  /** Null for words without a number, or with several. For X/Y the part of the whole, in percent. */
  number: number | null;
}

/** A number of the report with its earlier value beside it. */
export interface Measure {
  field: string;
  page: string;
  group: string;
  label: string;
  old: Amount | null;
  new: Amount | null;
  trend: Trend;
  /** Whether it got worse by more than the table of directions lets pass. */
  regressed: boolean;
}

/**
 * Every number, ratio and count of the new review's template, in its order, with the value of a previous review
 * beside it; also those that neither review has answered. Needs no issues: quick enough to be asked after a key.
 */
export function measuresOf(sides: { old: ComparedReview; new: ComparedReview }): Measure[] {
  return fieldsOfBoth(sides)
    .filter(isMeasure)
    .map((asked) => measure(sides, asked));
}

export const isMeasure = ({ field: { kind } }: { field: Pick<Field, 'kind'> }): boolean =>
  kinds[kind].measures === true;

function measure(
  sides: { old: ComparedReview; new: ComparedReview },
  { field, old: oldField, page, group, label }: FieldOfBoth,
): Measure {
  const before = oldField && amountIn(sides.old, oldField);
  const after = amountIn(sides.new, field);
  const trend = trendOf(field, before, after);
  const regressed = trend === 'worse' && isBeyondNoise(field, before?.number ?? 0, after?.number ?? 0);
  return { field: field.id, page, group, label, old: before, new: after, trend, regressed };
}

function amountIn({ review }: ComparedReview, field: Field): Amount | null {
  const answer = effectiveAnswer(review, field);
  const said = answerInWords(answer);
  if (said === null || !answer) return null;
  if ('notApplicable' in answer) return { words: said, number: null };
  const value = kinds[field.kind].settle(said, field);
  const bare = typeof value === 'string' ? value.trim() : said;
  return { words: withUnit(bare, field), number: numberIn(bare, field) };
}

/** A unit is printed behind a number only, as the report does it. */
function withUnit(bare: string, field: Field): string {
  const amount = field.kind === 'ratio' ? /^\d+\s*\/\s*\d+$/ : /^[~<>≈]?\s?\d[\d., ]*$/;
  return amount.test(bare) ? `${bare}${field.unit ?? ''}` : bare;
}

function numberIn(bare: string, field: Field): number | null {
  if (field.kind === 'found' && field.none !== undefined && bare.toLowerCase() === field.none.toLowerCase())
    return 0;
  if (field.kind === 'ratio') {
    const [part, whole] = (/^(\d+)\s*\/\s*(\d+)/.exec(bare) ?? []).slice(1).map(Number);
    return part === undefined || !whole ? null : (100 * part) / whole;
  }
  const numbers = bare.match(/\d[\d.,]*/g) ?? [];
  const [only = ''] = numbers;
  // A comma before three digits sets thousands apart; before others it is a decimal point.
  const plain = only.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  const number = Number(plain.replace(/\.$/, ''));
  return numbers.length === 1 && only !== '' && Number.isFinite(number) ? number : null;
}

function trendOf(field: Field, before: Amount | null, after: Amount | null): Trend {
  if (!before || !after) return before ? 'gone' : after ? 'appeared' : 'same';
  if (before.number === null || after.number === null)
    return before.words === after.words ? 'same' : 'changed';
  const by = after.number - before.number;
  if (by === 0) return before.words === after.words ? 'same' : 'changed';
  const direction = directionOf(field);
  if (!direction) return 'changed';
  return by > 0 === (direction.better === 'higher') ? 'better' : 'worse';
}

function isBeyondNoise(field: Field, before: number, after: number): boolean {
  const direction = directionOf(field);
  if (!direction) return false;
  const { noise } = direction;
  // Decimal fractions are not exact: 23.4 - 22.4 is no more than a point.
  const slack = 1e-9;
  return Math.abs(after - before) > ('part' in noise ? before * noise.part : noise.points) + slack;
}
