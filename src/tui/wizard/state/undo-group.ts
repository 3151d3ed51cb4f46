import { type FieldRef, fieldKey } from '../../../review/review.ts';

/** Edits that are undone together: the letters of a word, deletions in a row, a reason that is being typed. */
export interface UndoGroup {
  /** Unlike that of any other group, also of those that an earlier session left in the draft. */
  id: number;
  /** What the keys of the group do to a text; null before the first of them. */
  does: 'insert' | 'delete' | null;
}

/** The first group of a session that begins at a time in milliseconds: no earlier one made 16 groups in each of them. */
export const firstGroup = (now: number): UndoGroup => ({ id: Math.floor(now) * 16, does: null });

/** The state with a new group: what follows is undone apart from what was done before. */
export const openGroup = <S extends { group: UndoGroup }>(state: S): S => ({
  ...state,
  group: { id: state.group.id + 1, does: null },
});

/** The group that a key belongs to which inserts or deletes: a word, or deletions in a row. */
export function groupOfEdit(group: UndoGroup, does: 'insert' | 'delete', startsWord: boolean): UndoGroup {
  if (group.does === null) return { ...group, does };
  return group.does === does && !startsWord ? group : { id: group.id + 1, does };
}

/** The name under which the history puts edits of the same thing together. */
export const groupName = ({ id }: UndoGroup, of: string): string => `${of}@${id}`;

/** Whether a group of that name is made of edits of one field. */
export const isGroupOf = (name: string, place: FieldRef): boolean => name.startsWith(`${fieldKey(place)}@`);
