import type { Field } from '../../fields/field.ts';
import type { Template } from '../../template/template.ts';
import { type Check, shortened } from '../check.ts';
import { findInValues } from '../each-value.ts';

/**
 * Whether a status is one of the options, be it with a remark: "Partial (auth only)", "Secure - reviewed twice",
 * "✅ Pass". An option in other words may be meant, and only the reviewer knows.
 */
export function isOption(options: string[], status: string): boolean {
  const said = status.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
  return options.some((option) => {
    const rest = said.startsWith(option.toLowerCase()) ? said.slice(option.length) : null;
    return rest !== null && /^(?:$|\s*[(,;:.–—]|\s+-\s|[^\p{L}\p{N}]*$)/u.test(rest);
  });
}

/** In an issue or an item a choice is an estimate, and the reviewer's own words are as good. */
const isStatus = (field: Field, { fields }: Template): boolean =>
  field.kind === 'choice' && fields[field.id] === field;

const inOwnWords = findInValues(isStatus, ({ field, value }) => {
  const { options = [] } = field;
  if (typeof value !== 'string' || value.trim() === '') return null;
  if (options.length === 0 || isOption(options, value.trim())) return null;
  return {
    message: `${field.label}: "${shortened(value.trim(), 50)}" is none of the template's options`,
    advice: `choose ${options.join(', ')}, or keep it as it is if none of them fits`,
  };
});

export const ownStatus: Check = {
  id: 'own-status',
  level: 'warning',
  find: inOwnWords,
  ahead: inOwnWords.ahead,
};
