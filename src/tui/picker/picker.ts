import { applyEdit, type Buffer, bufferOf, type Edit } from '../../text/buffer.ts';
import { type ListKey, picked, reveal } from './scroll.ts';

/** A list that is narrowed by typing: what is typed, and which row of what is found is picked out. */
export interface Picker {
  query: Buffer;
  at: number;
  /** The first row in view. */
  top: number;
}

export const newPicker: Picker = { query: bufferOf(''), at: 0, top: 0 };

/** The picker after an edit of its query; other words begin at the first row again. */
export function typedInto(picker: Picker, edit: Edit): Picker {
  const query = applyEdit(picker.query, edit);
  return query.text === picker.query.text ? { ...picker, query } : { query, at: 0, top: 0 };
}

/** The picker with another row picked out, of `found`, of which `rows` are in view. */
export function movedIn(picker: Picker, key: ListKey, found: number, rows: number): Picker {
  const at = picked(Math.min(picker.at, Math.max(0, found - 1)), key, found, rows);
  return { ...picker, at, top: reveal(picker.top, at, found, rows) };
}
