import type { Value } from '../../../fields/value.ts';
import { isPlaceOfReport, withReport } from '../../../following-up/report-reference.ts';
import { answerAt } from '../../../review/review.ts';
import { rowsOf } from '../state/lookup.ts';
import type { State } from '../state/state.ts';
import { offerFor } from '../state/suggestions.ts';
import type { Block } from './block.ts';

/** A suggestion for a field: as it is shown, and the answer that it becomes once it is accepted. */
interface Offer {
  words: string;
  value: Value;
}

/** What is suggested at a block while its field has no answer; of a list, in the entry that keeps a place for it. */
export function offerAt(state: State, block: Block): Offer | undefined {
  if (block.type !== 'field' && block.type !== 'row') return undefined;
  const { field, place } = block;
  const words = field.suggest && !answerAt(state.history.present, place) ? offerFor(state, field) : undefined;
  if (words === undefined) return undefined;
  if (block.type === 'field') return { words, value: words };
  const entry = rowsOf(state.history.present, place, field)[block.index];
  return entry !== undefined && isPlaceOfReport(entry)
    ? { words, value: withReport(field, words) }
    : undefined;
}
