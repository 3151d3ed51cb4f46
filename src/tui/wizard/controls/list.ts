import { placesIn } from '../../../fields/kinds/location.ts';
import { asList } from './choices.ts';
import type { Control } from './control.ts';

/** A list: one row for each entry; each row can have the focus. */
export const listControl: Control = {
  typing: 'none',
  entries: 'texts',
  beside: false,
  text: (value) => asList(value).join('\n'),
  value: (text) => text.split('\n').filter((row) => row.trim() !== ''),
  tidied: (value) =>
    asList(value)
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
};

/** Locations: paths are no Markdown, and several may be typed in a row. */
export const locationsControl: Control = {
  ...listControl,
  extension: () => '.txt',
  entriesIn: placesIn,
  tidied: (value) => asList(value).flatMap(placesIn),
};
