import type { Form } from '../../../checks/facts.ts';
import { type IssueField, issueFields } from '../../../fields/issue.ts';
import { memo } from '../../../memo.ts';
import { type FieldRef, fieldKey } from '../../../review/review.ts';

/** Whose note it is: lines of a read report that fit no field. */
export type NoteOf = { section: string } | { issue: string };

/** What takes the keys on a page. */
export type Focus =
  | { on: 'field'; place: FieldRef }
  /** An entry of a list or an item of a checklist, counted as they stand on the screen: an empty one counts too. */
  | { on: 'row'; place: FieldRef; index: number }
  | { on: 'note'; of: NoteOf }
  /** An issue in its list; in its form its severity, and the row that shows its other fields. */
  | { on: 'issue' | 'severity' | 'more'; issue: string }
  /** An item in its list; in its form the issues that it is about. */
  | { on: 'entry' | 'about'; list: string; item: string }
  | { on: 'add-issue' }
  | { on: 'add-entry'; list: string }
  | { on: 'finish' };

/** The focus as one string, the same for equal ones: for maps, and for the position that a draft keeps. */
export const focusKey = memo((focus: Focus): string => {
  switch (focus.on) {
    case 'field':
      return fieldKey(focus.place);
    case 'row':
      return `${fieldKey(focus.place)}#${focus.index}`;
    case 'note':
      return 'section' in focus.of ? `note/${focus.of.section}` : `issue-note/${focus.of.issue}`;
    case 'issue':
    case 'severity':
    case 'more':
      return `${focus.on}/${focus.issue}`;
    case 'entry':
    case 'about':
      return `${focus.on}/${focus.list}/${focus.item}`;
    case 'add-issue':
      return 'add-issue';
    case 'add-entry':
      return `add/${focus.list}`;
    case 'finish':
      return '@finish';
  }
});

/** What is open in a form, where it stands in its list. */
export const listedAt = (open: Form): Focus =>
  'issue' in open ? { on: 'issue', issue: open.issue } : { on: 'entry', list: open.list, item: open.item };

/** The same as one string. */
export const formKey = (open: Form): string => focusKey(listedAt(open));

/** The focus that `focusKey` made a string of; null for an empty one. */
export function focusOfKey(key: string): Focus | null {
  if (key === '') return null;
  if (key === 'add-issue') return { on: 'add-issue' };
  if (key === '@finish') return { on: 'finish' };
  const [on = '', ...rest] = key.split('/');
  const id = rest.join('/');
  const [list = '', ...others] = rest;
  if (on === 'note') return { on: 'note', of: { section: id } };
  if (on === 'issue-note') return { on: 'note', of: { issue: id } };
  if (on === 'severity' || on === 'more') return { on, issue: id };
  if (on === 'entry' || on === 'about') return { on, list, item: others.join('/') };
  if (on === 'add') return { on: 'add-entry', list: id };
  const [, whole = key, index] = /^(.*)#(\d+)$/s.exec(key) ?? [];
  const place = placeOfKey(whole);
  if (!place) return { on: 'issue', issue: id };
  return index === undefined ? { on: 'field', place } : { on: 'row', place, index: Number(index) };
}

/** The place that `fieldKey` made a string of; null for that of a whole issue. */
export function placeOfKey(key: string): FieldRef | null {
  const [kind, ...rest] = key.split('/');
  const field = rest.at(-1) ?? '';
  if (kind === 'issue') {
    const issue = rest.slice(0, -1).join('/');
    return issue !== '' && isIssueField(field) ? { issue, field } : null;
  }
  if (kind !== 'list') return { field: key };
  return { list: rest[0] ?? '', item: rest.slice(1, -1).join('/'), field };
}

const isIssueField = (name: string): name is IssueField => (issueFields as readonly string[]).includes(name);

export const sameFocus = (one: Focus | null, other: Focus | null): boolean =>
  one === other || (one !== null && other !== null && focusKey(one) === focusKey(other));

/** The field that the focus is in: on it, or on a row of it; null elsewhere. */
export const placeOf = (focus: Focus | null): FieldRef | null =>
  focus !== null && 'place' in focus ? focus.place : null;

export function isWithin(focus: Focus | null, place: FieldRef): boolean {
  const here = placeOf(focus);
  return here !== null && fieldKey(here) === fieldKey(place);
}
