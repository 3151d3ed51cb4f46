import { basename } from 'node:path/posix';
import { type MeasuredAnswer, measuredAnswer } from '../../../../checks/measured/measured-answers.ts';
import type { Field } from '../../../../fields/field.ts';
import type { Value } from '../../../../fields/value.ts';
import { isPlaceOfReport, withReport } from '../../../../following-up/report-reference.ts';
import { answerAt } from '../../../../review/review.ts';
import { rowsOf } from '../../state/lookup.ts';
import type { State } from '../../state/state.ts';
import { offerFor } from '../../state/suggestions.ts';
import type { Block } from '../block.ts';

/** A suggestion for a field: as it is shown, and the answer that it becomes once it is accepted. */
interface Offer {
  words: string;
  value: Value;
}

/** What a file that was imported says of a field; null where none does. */
export function measuredAt({ template, history }: State, block: Block): MeasuredAnswer | null {
  if (block.type !== 'field' || 'issue' in block.place || 'list' in block.place) return null;
  return measuredAnswer(template, history.present, block.field);
}

/** What is suggested at a block while its field has no answer; of a list, in the entry that keeps a place for it. */
export function offerAt(state: State, block: Block): Offer | undefined {
  if (block.type !== 'field' && block.type !== 'row') return undefined;
  const { field, place } = block;
  const measured = answerAt(state.history.present, place) ? null : measuredAt(state, block);
  if (measured) return { words: measuredWords(measured, field), value: measured.value };
  const words = field.suggest && !answerAt(state.history.present, place) ? offerFor(state, field) : undefined;
  if (words === undefined) return undefined;
  if (block.type === 'field') return { words, value: words };
  const entry = rowsOf(state.history.present, place, field)[block.index];
  return entry !== undefined && isPlaceOfReport(entry)
    ? { words, value: withReport(field, words) }
    : undefined;
}

/** "78.4% (coverage-summary.json)", "Fail (2 of 35 tests failed, junit.xml)". */
function measuredWords({ value, because, source }: MeasuredAnswer, { unit = '' }: Field): string {
  const why = [...(because ? [because] : []), basename(source.file)].join(', ');
  return `${value}${unit} (${why})`;
}
