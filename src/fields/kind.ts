import type * as z from 'zod/mini';
import type { Landmark } from '../markdown/contain.ts';
import type { Occasion } from './day-words.ts';
import type { Field } from './field.ts';
import type { Value } from './value.ts';

/** What reading gives: the value, if the text holds one, and the lines that are no part of it. */
export interface Reading<V> {
  value: V | null;
  rest: string;
}

/** The ways in which fields are answered in a form; kinds that are answered alike name the same. */
export type Form =
  | 'line'
  | 'lines'
  | 'code'
  | 'choice'
  | 'choices'
  | 'one-of'
  | 'list'
  | 'locations'
  | 'checklist';

/**
 * One kind of field, in three pure faces. For every value `v` that the schema takes, is not empty and is settled,
 * `read(write(v)).value` is `v` again, and its `rest` is empty.
 */
export interface Kind<V extends Value = Value> {
  /** How it is answered in a form. */
  form: Form;
  /** The value is an amount of something, with a unit: it can be compared, and has more or less of it. */
  measures?: true;
  /** The shape of a value. Options of the reviewer's own are allowed; what is odd is told by `problem`. */
  schema: z.ZodMiniType<V>;
  isEmpty(value: V): boolean;
  /** The value in the one form that stands for all that print alike. */
  settle(value: V, field: Field): V;
  /**
   * The value as Markdown, for the field's place in the report. It may begin with a newline where it needs lines
   * of its own in spite of `place: 'line'`.
   */
  write(value: V, field: Field, isLandmark: Landmark): string;
  /**
   * @param source the text at the field's place: without white space around it, but for a leading newline when the
   *   value stands below its label's line
   */
  read(source: string, field: Field): Reading<V>;
  /** What is wrong with a value, in one line, or null. */
  problem(value: V, field: Field): string | null;
  /** What is odd about a value that may be right all the same, as it follows the value in a sentence; or null. */
  doubt?(value: V, field: Field): string | null;
  /** What a value becomes when the reviewer leaves it, and how that is shown: "fri" its date. Null: it stays. */
  meant?(value: V, field: Field, occasion: Occasion): { value: V; words: string } | null;
  /** What the template says of the field: from its bracketed text, its attributes, or the lines it encloses. */
  describe(marked: Marked): Described;
}

/** A directive of a template. */
export interface Marked {
  /** The text in brackets, raw. */
  label: string;
  /** The lines that a container encloses, raw; null for a directive in a line. */
  lines: string[] | null;
  attributes: Record<string, string>;
}

/** What a kind makes of a directive: its part of the field, and a mistake if there is one. */
interface Described {
  field: Pick<Field, 'placeholder' | 'hint'> & Partial<Field>;
  /** Attributes that this kind knows, beside those that every field has. */
  attributes: string[];
  mistake?: string;
}
