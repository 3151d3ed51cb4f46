import { basename } from 'node:path/posix';
import { valueAt } from '../../../../review/review.ts';
import type { Block } from '../../page/block.ts';
import { measuredAt, offerAt } from '../../page/offers/offer.ts';
import { isFocused } from '../../page/view.ts';
import type { State } from '../../state/state.ts';
import { shown } from '../text.ts';

/** What a file says of a field that is answered otherwise: "coverage-summary.json says 78.4%"; null where none does. */
export function measuredBeside(state: State, block: Block): string | null {
  if (block.type !== 'field') return null;
  const value = valueAt(state.history.present, block.place);
  const measured = value === undefined ? null : measuredAt(state, block);
  if (!measured || measured.value === value) return null;
  return `${shown(basename(measured.source.file))} says ${measured.value}${block.field.unit ?? ''}`;
}

/** What is suggested at a block, and where it has the focus the key that accepts it; undefined where nothing is. */
export function offerWords(state: State, block: Block): string | undefined {
  const offer = offerAt(state, block);
  return offer && `suggested: ${shown(offer.words)}${isFocused(state, block) ? ', Enter accepts' : ''}`;
}
