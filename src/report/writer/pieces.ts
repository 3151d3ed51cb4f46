import type { Issue } from '../../review/review.ts';
import type { Template } from '../../template/template.ts';
import { Output, type Piece } from './output.ts';

/** How issues were written last. */
const pieces = new WeakMap<Issue, { template: Template; index: number; piece: Piece }>();

/**
 * What is written of an issue, remembered while it is the same issue in the same place.
 * @param write writes it
 */
export function pieceOf(
  issue: Issue,
  template: Template,
  index: number,
  write: (out: Output) => void,
): Piece {
  const known = pieces.get(issue);
  if (known?.template === template && known.index === index) return known.piece;
  const out = new Output({ issue: null, key: null });
  write(out);
  const { piece } = out;
  pieces.set(issue, { template, index, piece });
  return piece;
}
