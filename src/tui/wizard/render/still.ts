import { cut, type Line, lineWidth, seg } from '../../line.ts';
import type { State } from '../state/state.ts';
import { linesOf } from './blocks/blocks.ts';
import { menuOpen } from './blocks/field.ts';
import { bottomLines, headerLine, railLines, topRule } from './frame.ts';
import { geometryOf } from './geometry.ts';
import { seenOf } from './layout.ts';

/**
 * The wizard's screen as rows, from top to bottom: what its components draw, without them. `null` for a screen that
 * has more on it than rows: something over the page, a menu, the report beside the page.
 */
export function stillOf(state: State): Line[] | null {
  const { rows, rail, aside, height, ruled } = geometryOf(state.size);
  const seen = seenOf(state);
  if (aside > 0 || state.overlay || seen.some(({ piece }) => menuOpen(state, piece))) return null;
  const above = ruled ? [headerLine(state), topRule(state)] : [headerLine(state)];
  const below = bottomLines(state);
  if (above.length + height + below.length !== rows) return null;
  const left = rail > 0 ? railLines(state) : [];
  const page = pageRows(state);
  const middle = Array.from({ length: height }, (_, row) => [
    ...(rail > 0 ? [...filled(left[row] ?? [], rail - 2), seg('│ ', 'dim')] : []),
    ...(page[row] ?? []),
  ]);
  return [...above, ...middle, ...below];
}

function pageRows(state: State): Line[] {
  const { height, width } = geometryOf(state.size);
  const rows: Line[] = [];
  for (const { piece, at, from } of seenOf(state)) {
    for (const [index, line] of linesOf(state, piece).entries()) {
      if (index >= from && at + index < height) rows[at + index] = cut(line, width);
    }
  }
  return rows;
}

function filled(line: Line, width: number): Line {
  const kept = cut(line, width);
  return [...kept, seg(' '.repeat(width - lineWidth(kept)))];
}
