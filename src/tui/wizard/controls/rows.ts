import { asList } from './choices.ts';
import type { Control } from './control.ts';

/** Lists and locations: one row for each entry; each row can have the focus. */
export const rowsControl: Control = {
  typing: 'none',
  beside: false,
  text: (value) => asList(value).join('\n'),
  value: (text) => text.split('\n').filter((row) => row.trim() !== ''),
};
