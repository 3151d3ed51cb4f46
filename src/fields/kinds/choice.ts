import { containLine } from '../../markdown/contain-line.ts';
import type { Field } from '../field.ts';
import type { Kind } from '../kind.ts';
import { bracketed, optionsOf, readWords, words } from '../words.ts';

/** One of the template's options, or the reviewer's own words, which may add to an option: "Low (< 1 hour)". */
export const choice: Kind<string> = {
  ...words,
  form: 'choice',
  settle: asOffered,
  write: (value, field) => containLine(asOffered(value, field)),
  read(source, field) {
    const { value, rest } = readWords(source);
    return { value: value === null ? null : asOffered(value, field), rest };
  },
  describe: ({ label }) => ({ field: { ...bracketed(label), options: optionsOf(label) }, attributes: [] }),
};

function asOffered(value: string, field: Field): string {
  const same = (option: string) => option.toLowerCase() === value.toLowerCase();
  return field.options?.find(same) ?? value;
}
