import type { Value } from './value.ts';

/** The kinds of field there are; each is one module in this folder, registered in `kinds.ts`. */
export type KindName =
  | 'text'
  | 'prose'
  | 'choice'
  | 'choices'
  | 'number'
  | 'ratio'
  | 'found'
  | 'date'
  | 'list'
  | 'code'
  | 'location'
  | 'checklist'
  | 'one-of';

/** What the program can offer as an answer from the surroundings (git, the clock, the draft). */
type Suggestion = 'today' | 'reviewer' | 'version' | 'previous-review' | 'duration';

/** A question of the template, with all that its kind needs to ask, write and read it. Plain data (JSON). */
export interface Field {
  id: string;
  kind: KindName;
  /** The template's own label, e.g. "Review Date". */
  label: string;
  /** What the report shows while there is no answer, brackets included, e.g. "[YYYY-MM-DD]"; may be several lines. */
  placeholder: string;
  /** The same for a person in a form: without brackets, one line. */
  hint: string;
  /** `line`: stands in a line after other text; `block`: has its lines to itself. */
  place: 'line' | 'block';
  /** Columns that continuation lines of the answer are indented by in the report. */
  indent: number;
  /** The answer that holds while the reviewer gives none: content that the template itself provides. */
  default?: Value;
  /** An empty template shows the placeholder without its brackets. */
  bare?: boolean;
  /** Nobody has to answer it: the report leaves its line out until somebody does. */
  optional?: true;
  suggest?: Suggestion;
  /** For `choice` and `choices`: the template's options. For `one-of`: the names of its options. */
  options?: string[];
  /** What stands after a number: "%", "ms average", " active". For `found`: " potential issues". */
  unit?: string;
  /** For `found`: the words that say none, e.g. "None found". */
  none?: string;
  /** For `code`: the language of its fence unless the answer names another. */
  language?: string;
  /** For `list`: the template shows bullets, so that a single item gets one too. */
  bulleted?: boolean;
  /** For `list`: numbered instead of bulleted. */
  ordered?: boolean;
  /** For `checklist` and `one-of`: the template's own lines, raw, in order. For `list`: its sample items. */
  lines?: string[];
  /** For `checklist`: the reviewer may change and remove the template's items too. */
  editable?: boolean;
}
