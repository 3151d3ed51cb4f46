import { useCursor } from 'ink';
import { geometryOf } from '../render/geometry.ts';
import { caretOf } from '../render/layout.ts';
import type { State } from '../state/state.ts';
import { useStable } from './use-rows.ts';

/** The terminal's own cursor, where typing goes; hidden where nothing is typed. */
export function Cursor() {
  const { setCursorPosition } = useCursor();
  setCursorPosition(useStable(positionOf, (one, other) => one?.x === other?.x && one?.y === other?.y));
  return null;
}

function positionOf(state: State): { x: number; y: number } | undefined {
  if (state.overlay) return undefined;
  const caret = caretOf(state);
  const { rail, top, height, columns } = geometryOf(state.size);
  if (!caret) return undefined;
  const row = caret.row - state.scroll;
  if (row < 0 || row >= height) return undefined;
  return { x: Math.min(columns - 1, rail + caret.column), y: top + row };
}
