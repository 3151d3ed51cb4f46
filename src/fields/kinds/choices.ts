import { apart, containLine } from '../../markdown/contain-line.ts';
import { releaseLine } from '../../markdown/entity.ts';
import type { Field } from '../field.ts';
import type { Kind } from '../kind.ts';
import { answered, texts } from '../texts.ts';
import { bracketed, optionsOf } from '../words.ts';

const joint = ' / ';
const between = / *[,/;&] *| and /;

/** Several of the template's options or own words, printed as "Data Integrity / System Stability". */
export const choices: Kind<string[]> = {
  ...texts,
  form: 'choices',
  settle,
  write: (value, field) => settle(value, field).map(part).join(joint),
  read(source, field) {
    const [line = '', ...rest] = source.replace(/^\n+/, '').split('\n');
    const value = settle(line.split(joint).map(releaseLine), field).filter((one) => one !== '');
    return { value: value.length ? value : null, rest: rest.join('\n').trim() };
  },
  problem: () => null,
  describe: ({ label }) => ({ field: { ...bracketed(label), options: optionsOf(label) }, attributes: [] }),
};

/** Options that were written together ("Security, Testing") are several; so far as all of it is options. */
function settle(value: string[], { options = [] }: Field): string[] {
  return answered(value).flatMap((one) => {
    if (!between.test(one)) return [one];
    const named = one
      .split(between)
      .map((word) => options.find((option) => option.toLowerCase() === word.trim().toLowerCase()));
    return named.length > 1 && named.every((option) => option !== undefined) ? named : [one];
  });
}

/** One option, with what would be read as the border between two written as an entity. */
function part(value: string): string {
  return apart(containLine(value), joint);
}
