import type { Field } from '../../../fields/field.ts';
import type { Severity } from '../../../fields/issue.ts';
import type { FieldRef, Review } from '../../../review/review.ts';
import type { Derived } from '../../../template/template.ts';
import type { State } from '../state/state.ts';

/** Whose note it is: lines of a read report that fit no field. */
type NoteOf = { section: string } | { issue: string };

/** A piece of the page: some lines of the screen, and often a place where the focus can be. */
export type Block = {
  /** Unique on the page; for a field its place's key, with `#index` for the rows of one. */
  key: string;
  /** The focus can be here. */
  stop: boolean;
  /** Empty rows above. */
  gap: number;
} & (
  | { type: 'title'; title: string; count: string }
  | { type: 'heading'; level: 'section' | 'group'; id: string; title: string; fields: string[] }
  | { type: 'quote'; text: string }
  | { type: 'counts' }
  | { type: 'derived'; label: string; part: Derived }
  | { type: 'words'; text: string }
  | { type: 'field'; place: FieldRef; field: Field }
  | { type: 'label'; place: FieldRef; field: Field }
  | { type: 'row'; place: FieldRef; field: Field; index: number; empty: boolean }
  | { type: 'item'; place: FieldRef; field: Field; index: number; empty: boolean }
  | { type: 'issue'; issue: string; number: string }
  | { type: 'entry'; list: string; item: string; number: number }
  /** The issues that an item is about. */
  | { type: 'about'; list: string; item: string }
  | { type: 'add-issue'; severity: Severity }
  | { type: 'add-entry'; list: string }
  | { type: 'severity'; issue: string }
  | { type: 'more'; issue: string }
  | { type: 'note'; of: NoteOf }
  | { type: 'finish' }
);

/** What decides which pieces there are. */
export type Given = Pick<State, 'template' | 'page' | 'open' | 'gap' | 'more' | 'filter' | 'sort'> & {
  review: Review;
  /** An earlier report that the review could follow. */
  offered: string | null;
};
