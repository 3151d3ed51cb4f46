import { itemOfLine } from '../state/lookup.ts';
import { asText, type Control, trimmed } from './control.ts';

/** Exactly one of the template's own lines; no words of one's own. */
export const oneOfControl: Control = {
  typing: 'none',
  beside: false,
  tall: true,
  picks: 'one',
  listsOptions: true,
  text: asText,
  value: (text) => text,
  tidied: trimmed,
  options: (field) =>
    (field.options ?? []).map((option, index) => ({
      value: option,
      label: option,
      meaning: meaningOf(field.lines?.[index] ?? '', option),
    })),
};

/** "✅ **GO** - Ready for production" without its sign and its name: terminals differ on how wide the signs are. */
function meaningOf(line: string, option: string): string {
  const [, after = ''] = itemOfLine(line).text.split(`**${option}**`);
  return after.replace(/^[\s\p{Pd}:]+/u, '').trim();
}
