import { itemOfLine } from '../lookup.ts';
import { asText, type Control } from './control.ts';

/** Exactly one of the template's own lines; no words of one's own. */
export const oneOfControl: Control = {
  typing: 'none',
  beside: false,
  picks: 'one',
  text: asText,
  value: (text) => text,
  options: (field) =>
    (field.options ?? []).map((option, index) => ({
      value: option,
      // The line says what the option means: "✅ **GO** - Ready for production".
      label: itemOfLine(field.lines?.[index] ?? option).text.replaceAll('**', ''),
    })),
};
