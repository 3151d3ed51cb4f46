import { asText, type Control, trimmed } from './control.ts';

/** One of the template's options, or the reviewer's own words. */
export const choiceControl: Control = {
  typing: 'own',
  beside: true,
  picks: 'one',
  text: asText,
  value: (text) => text,
  tidied: trimmed,
  options: (field) => (field.options ?? []).map((option) => ({ label: option, value: option })),
};
