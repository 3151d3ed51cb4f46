import { containLine } from '../../markdown/contain-line.ts';
import type { Field } from '../field.ts';
import type { Kind } from '../kind.ts';
import { doubtAboutAmount } from '../quantity.ts';
import { bracketed, readWords, words } from '../words.ts';

const number = /^[~<>≈]?\s?\d[\d., ]*$/;
const ratioText = /^\d+\s*\/\s*\d+$/;

/**
 * What numbers with a unit have in common. The value is what the reviewer typed, without the unit; the unit is
 * printed behind a number only, so that "not measured" stands alone.
 */
function amount(isAmount: (value: string) => boolean): Kind<string> {
  const bare = (value: string, field: Field): string => {
    const unit = field.unit?.trim() ?? '';
    const text = value.trim();
    const number = unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text;
    return isAmount(number) ? number : value;
  };
  return {
    ...words,
    measures: true,
    settle: bare,
    write(value, field) {
      const settled = bare(value, field);
      return isAmount(settled) ? settled + (field.unit ?? '') : containLine(settled);
    },
    read(source, field) {
      const { value, rest } = readWords(source);
      return { value: value === null ? null : bare(value, field), rest };
    },
    describe: ({ label, attributes }) => {
      const { placeholder, hint } = bracketed(label);
      const unit = attributes.unit ?? '';
      return {
        field: { placeholder: placeholder + unit, hint: (hint + unit).trim(), unit },
        attributes: ['unit'],
      };
    },
  };
}

/** A number, with its unit if the template gives one. */
export const numberKind: Kind<string> = {
  ...amount((value) => number.test(value)),
  problem(value, field) {
    const bare = numberKind.settle(value, field).trim();
    if (!number.test(bare)) return bare.startsWith('-') ? 'cannot be below 0' : null;
    const size = Number(bare.replace(/[~<>≈ ,]/g, ''));
    return isShare(field) && size > 100 ? 'cannot be more than 100 %' : null;
  },
  doubt: (value, field) => doubtAboutAmount(value, field.unit ?? ''),
};

/** Whether a field's percentage is of a whole: a coverage is, the load of several processors may be over 100 %. */
export const isShare = ({ unit, label }: Pick<Field, 'unit' | 'label'>): boolean =>
  unit?.startsWith('%') === true && !isOpenEnded.test(`${label} ${unit}`);

/** What is measured in percent and has no upper end. */
const isOpenEnded = /\b(?:cpu|load|growth|increase|overhead)\b/i;

/** So many of so many: X/Y. */
export const ratio: Kind<string> = {
  ...amount((value) => ratioText.test(value)),
  problem(value, field) {
    const [part, whole] = ratio.settle(value, field).split('/').map(Number);
    const isMore = part !== undefined && whole !== undefined && part > whole;
    return isMore ? 'cannot be more than all' : null;
  },
  doubt: (value) =>
    doubtAboutAmount(value, '') === null && /\d\s*(?:\/|(?:out )?of\b)\s*\d|\d\s*%|^\D*$/.test(value)
      ? null
      : 'is not a number of a total, as in 3/4',
  describe(marked) {
    const byDefault = marked.attributes.default !== undefined;
    const inside = (byDefault ? /^\d+\/\d+(.*)$/ : /^X\/Y(.*)$/).exec(marked.label)?.[1];
    const { field, attributes } = amount(() => true).describe(marked);
    const mistake = byDefault ? 'its default has to begin like 3/4' : 'its text has to begin with X/Y';
    if (inside === undefined) return { field, attributes, mistake };
    return { field: { ...field, unit: inside + (field.unit ?? '') }, attributes };
  },
};

/** "None found", or a number of what was found. */
export const found: Kind<string> = {
  ...amount(() => false),
  settle: (value, field) => releaseFound(value, field),
  write(value, field) {
    const settled = releaseFound(value, field);
    if (!/^\d+$/.test(settled)) return containLine(settled);
    const unit = field.unit ?? '';
    return settled + (settled === '1' ? singular(unit) : unit);
  },
  read(source, field) {
    const { value, rest } = readWords(source);
    return { value: value === null ? null : releaseFound(value, field), rest };
  },
  doubt: (value, { none = '' }) =>
    doubtAboutAmount(value, '') === null ? null : `is neither a number nor "${none}"`,
  describe({ label }) {
    const [, none, unit] = /^(.+?) \/ \[.+?\](.*)$/.exec(label) ?? [];
    const mistake = none === undefined ? 'its text has to be like "None found / [Count] issues"' : undefined;
    return {
      field: { ...bracketed(label), hint: label.replace(/[[\]]/g, ''), none: none ?? '', unit: unit ?? '' },
      attributes: [],
      ...(mistake ? { mistake } : {}),
    };
  },
};

/** The number in "3 potential issues"; any other words as they are. */
function releaseFound(value: string, field: Field): string {
  const text = value.trim();
  if (field.none && text.toLowerCase() === field.none.toLowerCase()) return field.none;
  for (const unit of [field.unit ?? '', singular(field.unit ?? '')]) {
    const count = text.endsWith(unit) ? text.slice(0, text.length - unit.length).trim() : text;
    if (/^\d+$/.test(count)) return count;
  }
  return value;
}

const singular = (unit: string): string => unit.replace(/s$/, '');
