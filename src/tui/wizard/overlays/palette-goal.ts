import type { Field } from '../../../fields/field.ts';
import type { Answer } from '../../../fields/value.ts';
import { type FieldRef, fieldKey } from '../../../review/review.ts';
import type { Entry } from '../../picker/find.ts';
import { goToField, goToNote } from '../navigation/go-to.ts';
import { noteLabel } from '../page/page.ts';
import { focusKey, type NoteOf } from '../state/focus.ts';
import type { NextState, State } from '../state/state.ts';

/** An entry of the palette and what picking it does. */
export interface Goal extends Entry {
  go(state: State): NextState;
}

/**
 * A field as an entry, which leads to it.
 * @param named what it is found by, and where it is: "HIGH-2", "Executive Summary"
 */
export const fieldGoal = (
  place: FieldRef,
  named: { title: string; path: string },
  answer: Answer | undefined,
  field: Field | undefined,
): Goal => ({
  id: `field:${fieldKey(place)}`,
  ...named,
  kind: 'field',
  ...answered(answer, field),
  go: (state) => goToField(state, place),
});

/**
 * A note that was kept of a report as an entry, which leads to it.
 * @param path whose note it is: "HIGH-2", "Executive Summary"
 */
export const noteGoal = (of: NoteOf, path: string, text: string): Goal => ({
  id: focusKey({ on: 'note', of }),
  title: noteLabel,
  path,
  kind: 'note',
  ...answered({ value: text }, undefined),
  go: (state) => goToNote(state, of),
});

/** What is answered: a bit of it to be shown, all of it to be found in. */
export function answered(
  answer: Answer | undefined,
  field: Field | undefined,
): { note: string; text?: string } {
  if (!answer) return { note: field?.default === undefined ? 'empty' : "template's" };
  if ('notApplicable' in answer) return { note: 'not applicable', text: answer.notApplicable };
  const text = textOf(answer);
  return { note: text.slice(0, 40).replace(/\s+/g, ' '), text };
}

/** All of it as one text. */
export function textOf(answer: Answer): string {
  if ('notApplicable' in answer) return answer.notApplicable;
  const { value } = answer;
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return value.text;
  return value.map((one) => (typeof one === 'string' ? one : one.text)).join(' / ');
}
