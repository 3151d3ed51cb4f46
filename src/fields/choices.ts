import { apart, containLine } from '../markdown/contain-line.ts';
import { releaseLine } from '../markdown/entity.ts';
import type { Kind } from './kind.ts';
import { answered, texts } from './texts.ts';
import { bracketed, optionsOf } from './words.ts';

const between = ' / ';

/** Several of the template's options or own words, printed as "Data Integrity / System Stability". */
export const choices: Kind<string[]> = {
  ...texts,
  write: (value) => answered(value).map(part).join(between),
  read(source) {
    const [line = '', ...rest] = source.replace(/^\n+/, '').split('\n');
    const value = line
      .split(between)
      .map(releaseLine)
      .filter((one) => one !== '');
    return { value: value.length ? value : null, rest: rest.join('\n').trim() };
  },
  problem: () => null,
  describe: ({ label }) => ({ field: { ...bracketed(label), options: optionsOf(label) }, attributes: [] }),
};

/** One option, with what would be read as the border between two written as an entity. */
function part(value: string): string {
  return apart(containLine(value), between);
}
