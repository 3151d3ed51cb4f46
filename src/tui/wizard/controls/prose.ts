import { asText, type Control } from './control.ts';

/** Long text: Enter makes a new line. */
export const proseControl: Control = {
  typing: 'lines',
  tall: true,
  fences: true,
  beside: false,
  text: asText,
  value: (text) => text,
  tidied: (value) =>
    asText(value)
      .replace(/^(?:[ \t]*\n)+/, '')
      .trimEnd(),
};
