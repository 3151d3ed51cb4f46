import type { Field } from '../../../fields/field.ts';
import { answerAt, type FieldRef, fieldKey } from '../../../review/review.ts';
import { fieldAt, itemsOf, rowsOf } from '../state/lookup.ts';
import type { Block, Given } from './block.ts';

const tall: ReadonlySet<Field['kind']> = new Set(['prose', 'code', 'one-of']);

/** Whether a piece takes several rows for one field. */
export const isTall = (piece: Block | undefined): boolean =>
  piece?.type === 'field' && tall.has(piece.field.kind);

/** One piece for a field; for lists and checklists a label and a piece for each row. */
export function fieldPieces(given: Given, place: FieldRef, gap: number): Block[] {
  const { review } = given;
  const field = fieldAt(given.template, review, place);
  if (!field) return [];
  const key = fieldKey(place);
  const answer = answerAt(review, place);
  const rows = field.kind === 'list' || field.kind === 'location';
  if ((answer && 'notApplicable' in answer) || !(rows || field.kind === 'checklist')) {
    return [{ key, type: 'field', place, field, stop: true, gap: tall.has(field.kind) ? 1 : gap }];
  }
  const alone = given.gap?.list === key && given.gap.alone === true;
  const held = rows ? rowsOf(review, place, field).length : itemsOf(review, place, field).length;
  const count = alone ? 0 : held;
  const empty = given.gap?.list === key ? given.gap.index : count === 0 ? 0 : -1;
  const pieces: Block[] = [{ key: `@label/${key}`, type: 'label', place, field, stop: false, gap: 1 }];
  const total = count + (empty >= 0 ? 1 : 0);
  for (let at = 0; at < total; at++) {
    const index = empty >= 0 && at > empty ? at - 1 : at;
    pieces.push({
      key: `${key}#${at}`,
      type: rows ? 'row' : 'item',
      place,
      field,
      index,
      empty: at === empty,
      stop: true,
      gap: 0,
    });
  }
  return pieces;
}
