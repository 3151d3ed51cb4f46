import { answerAt, type FieldRef, fieldKey } from '../../../review/review.ts';
import { controlOf } from '../controls/controls.ts';
import { isWithin } from '../state/focus.ts';
import { fieldAt, itemsOf, rowsOf } from '../state/lookup.ts';
import { type Block, focusable, type Given } from './block.ts';

/** Whether a block takes several rows for one field. */
export const isTall = (block: Block | undefined): boolean =>
  block?.type === 'field' && controlOf(block.field).tall === true;

/** One block for a field; for lists and checklists a label and a block for each row. */
export function fieldBlocks(given: Given, place: FieldRef, gap: number): Block[] {
  const { review } = given;
  const field = fieldAt(given.template, review, place);
  if (!field) return [];
  const answer = answerAt(review, place);
  const { entries, tall } = controlOf(field);
  if ((answer && 'notApplicable' in answer) || !entries) {
    const focus = focusable({ on: 'field', place });
    return [{ ...focus, type: 'field', place, field, gap: tall ? 1 : gap }];
  }
  const empty = emptyRowOf(given, place);
  const alone = empty?.alone === true;
  const held =
    entries === 'texts' ? rowsOf(review, place, field).length : itemsOf(review, place, field).length;
  const count = alone ? 0 : held;
  const emptyAt = empty ? empty.focus.index : count === 0 ? 0 : -1;
  const blocks: Block[] = [
    { key: `@label/${fieldKey(place)}`, type: 'label', place, field, focus: null, gap: 1 },
  ];
  const total = count + (emptyAt >= 0 ? 1 : 0);
  for (let at = 0; at < total; at++) {
    const index = emptyAt >= 0 && at > emptyAt ? at - 1 : at;
    blocks.push({
      ...focusable({ on: 'row', place, index: at }),
      type: entries === 'texts' ? 'row' : 'item',
      place,
      field,
      index,
      empty: at === emptyAt,
      gap: 0,
    });
  }
  return blocks;
}

/** The empty row of a list that is being typed; null when there is none in it. */
function emptyRowOf({ emptied }: Given, place: FieldRef) {
  if (emptied?.focus.on !== 'row' || !isWithin(emptied.focus, place)) return null;
  return { ...emptied, focus: emptied.focus };
}
