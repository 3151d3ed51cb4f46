import { Box } from 'ink';
import { memo } from 'react';
import { ChoiceMenu } from './ChoiceMenu.tsx';
import { geometryOf } from './geometry.ts';
import { Lines } from './Lines.tsx';
import { type Seen, seenOf } from './layout.ts';
import { menuOpen } from './looks/field.ts';
import { linesOf } from './looks/looks.ts';
import { useStable } from './stable.ts';
import type { State } from './state.ts';
import { useWizard } from './store.ts';
import type { Piece } from './view.ts';

/** The page: only the pieces that meet the window are there, each drawn when its own lines change. */
export function Body() {
  const size = useWizard((state) => state.size);
  const seen = useStable(seenOf, sameSeen);
  const { width, height } = geometryOf(size);
  let row = 0;
  const rows = seen.flatMap(({ piece, at, height: tall }) => {
    const from = Math.max(0, -at);
    const gap = Math.max(0, at - row);
    const shown = Math.min(tall - from, height - Math.max(0, at));
    row = at + tall;
    return shown > 0 ? [<Part key={piece.key} piece={piece} gap={gap} from={from} rows={shown} />] : [];
  });
  return (
    <Box flexDirection="column" width={width} height={height} overflow="hidden">
      {rows}
    </Box>
  );
}

const sameSeen = (one: Seen[], other: Seen[]): boolean =>
  one.length === other.length &&
  one.every((seen, index) => {
    const before = other[index];
    return seen.piece === before?.piece && seen.at === before.at && seen.height === before.height;
  });

interface PartProps {
  piece: Piece;
  /** Empty rows above. */
  gap: number;
  /** Rows of the piece that are above the window. */
  from: number;
  rows: number;
}

const Part = memo(function Part({ piece, gap, from, rows }: PartProps) {
  const lines = useWizard((state: State) => linesOf(state, piece));
  const menu = useWizard((state: State) => menuOpen(state, piece) && !state.overlay);
  return (
    <Box flexDirection="column" height={rows + gap} paddingTop={gap} overflow="hidden" flexShrink={0}>
      {menu && piece.type === 'field' ? (
        <Box flexDirection="column" marginTop={-from} flexShrink={0}>
          <ChoiceMenu piece={piece} lines={lines} />
        </Box>
      ) : (
        <Lines lines={lines.slice(from, from + rows)} />
      )}
    </Box>
  );
});
