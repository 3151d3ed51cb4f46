import type { Control } from './control.ts';

/** A checklist: each item is a stop of its own. */
export const checklistControl: Control = {
  typing: 'none',
  beside: false,
  text: () => '',
  value: (_text, _field, before) => before ?? [],
};
