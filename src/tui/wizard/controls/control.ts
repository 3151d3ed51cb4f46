import type { Field } from '../../../fields/field.ts';
import type { Value } from '../../../fields/value.ts';

/** Something to pick. */
export interface Option {
  label: string;
  /** What it means, in the template's words; shown beside the label. */
  meaning?: string;
  /** What the answer becomes. */
  value: string;
}

/** How a kind of field is answered on the screen. */
export interface Control {
  /**
   * What typing does: fills one line, many lines, the reviewer's own words after picking that option, or
   * nothing (the rows of lists and checklists take their text themselves).
   */
  typing: 'line' | 'lines' | 'own' | 'none';
  /** Its entries have a row of their own each: texts, or items that are ticked. */
  entries?: 'texts' | 'items';
  /** It takes several rows of the page, with an empty one around it. */
  tall?: true;
  /** Stretches of the text can be set as code. */
  fences?: true;
  /** The label shares a line with the answer where there is room. */
  beside: boolean;
  /** How the options are picked: one with the arrows and Enter, several by ticking. */
  picks?: 'one' | 'several';
  /** The options are always listed below the label, the answer marked among them. */
  listsOptions?: true;
  /** The answer as text to edit; empty without an answer. */
  text(value: Value | undefined, field: Field): string;
  /** The answer that a text stands for; `before` is what it replaces. */
  value(text: string, field: Field, before: Value | undefined): Value;
  /** Whether an empty answer says something all the same, and is to be kept. */
  says?(value: Value, field: Field): boolean;
  /** The entries that one text holds: several locations in a line. */
  entriesIn?(text: string): string[];
  /** The answer without the white space that is no part of what it says. */
  tidied(value: Value): Value;
  /** The end of the file's name that an editor is given, with its dot; `.md` without it. */
  extension?(value: Value | undefined, field: Field): string;
  /** The language of the code that it holds: empty for plain text, null for Markdown. */
  language?(value: Value | undefined, field: Field): string | null;
  /** The options to pick from, without "in your own words". */
  options?(field: Field): Option[];
}

/** A line of text without the white space around it. */
export const trimmed = (value: Value): Value => (typeof value === 'string' ? value.trim() : value);

export const asText = (value: Value | undefined): string => (typeof value === 'string' ? value : '');
