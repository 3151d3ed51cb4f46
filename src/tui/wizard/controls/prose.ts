import { asText, type Control } from './control.ts';

/** Long text: Enter makes a new line. */
export const proseControl: Control = {
  typing: 'lines',
  beside: false,
  text: asText,
  value: (text) => text,
};
