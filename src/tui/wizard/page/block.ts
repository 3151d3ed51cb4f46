import type { Field } from '../../../fields/field.ts';
import type { Severity } from '../../../fields/issue.ts';
import type { FieldRef, Review } from '../../../review/review.ts';
import type { Derived } from '../../../template/template.ts';
import { type Focus, focusKey, type NoteOf } from '../state/focus.ts';
import type { State } from '../state/state.ts';

/** A part of the page: some rows of the screen, and often something that can have the focus. */
export type Block = {
  /** Unique on the page: that of its focus, where it can have it. */
  key: string;
  /** Null where it cannot have the focus. */
  focus: Focus | null;
  /** Empty rows above. */
  gap: number;
} & (
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

/** The key and focus of a block that can have it. */
export const focusable = (focus: Focus) => ({ key: focusKey(focus), focus });

/** What decides which blocks there are. */
export type Given = Pick<State, 'template' | 'page' | 'open' | 'emptied' | 'more' | 'filter' | 'sort'> & {
  review: Review;
  /** The report of a previous review that this one could follow up on. */
  offered: string | null;
};
