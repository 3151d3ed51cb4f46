import type { Field } from '../../fields/field.ts';
import type { Answer } from '../../fields/value.ts';
import type { FieldRef } from '../../review/review.ts';

/** Where the parts that are being written belong: which answers fill their holes. */
export interface Scope {
  fields: Partial<Record<string, Field>>;
  answer(field: string): Answer | undefined;
  place(field: string): FieldRef;
  /** The number of this issue or item in its list, from 1. */
  index: number;
  /** The names of the issues that this item is about. */
  about: string[];
}

/** Stands for a list as a whole where it is marked as not applicable. */
export const exempted: Field = {
  id: '',
  kind: 'text',
  label: '',
  placeholder: '',
  hint: '',
  place: 'block',
  indent: 0,
};
