import type { Field } from '../../../fields/field.ts';
import type { Code, Value } from '../../../fields/value.ts';
import type { Control } from './control.ts';

export const asCode = (value: Value | undefined): Code | null =>
  typeof value === 'object' && !Array.isArray(value) ? value : null;

/** The language that a code answer is in: its own, else the field's. */
export function languageOf(value: Value | undefined, field: Field): string | null {
  const code = asCode(value);
  return code ? code.language : (field.language ?? '');
}

/** Code: as it is typed or pasted, tabs kept; its language is changed with Ctrl+L. */
export const codeControl: Control = {
  typing: 'lines',
  beside: false,
  text: (value) => asCode(value)?.text ?? '',
  value: (text, field, before) => ({ text, language: languageOf(before, field) }),
  // A language that was chosen holds before the first letter and after the last one is deleted.
  says: (value, field) => languageOf(value, field) !== (field.language ?? ''),
};
