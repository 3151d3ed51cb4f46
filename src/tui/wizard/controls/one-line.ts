import { asText, type Control, trimmed } from './control.ts';

/** Text, numbers, ratios, dates: one line, typed. What is not valid yet is kept and said beside it. */
export const oneLineControl: Control = {
  typing: 'line',
  beside: true,
  text: asText,
  value: (text) => text,
  tidied: trimmed,
};
