import { Box, useIsScreenReaderEnabled } from 'ink';
import { memo } from 'react';
import type { Line } from '../../line.ts';
import type { Block } from '../page/view.ts';
import { linesOf } from '../render/blocks/blocks.ts';
import { menuOpen } from '../render/blocks/field.ts';
import { geometryOf } from '../render/geometry.ts';
import { type Seen, seenOf } from '../render/layout.ts';
import { type Spoken, spokenAs } from '../render/roles.ts';
import type { State } from '../state/state.ts';
import { useWizard } from '../state/store.ts';
import { ChoiceMenu } from './ChoiceMenu.tsx';
import { Lines } from './Rows.tsx';
import { useStable } from './use-rows.ts';

/** The page: only the pieces that meet the window are there, each drawn when its own lines change. */
export function Body() {
  const size = useWizard((state) => state.size);
  const seen = useStable(seenOf, sameSeen);
  const { width, height } = geometryOf(size);
  let row = 0;
  const rows = seen.flatMap(({ piece, at, height: tall, from }) => {
    const gap = Math.max(0, at + from - row);
    const shown = Math.min(tall - from, height - at - from);
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
    return (
      seen.piece === before?.piece &&
      seen.at === before.at &&
      seen.height === before.height &&
      seen.from === before.from
    );
  });

interface PartProps {
  piece: Block;
  /** Empty rows above. */
  gap: number;
  /** Rows of the piece that are above the window. */
  from: number;
  rows: number;
}

const Part = memo(function Part({ piece, gap, from, rows }: PartProps) {
  const lines = useWizard((state: State) => linesOf(state, piece));
  const menu = useWizard((state: State) => menuOpen(state, piece) && !state.overlay);
  const spoken = useIsScreenReaderEnabled();
  if (spoken) return <SpokenPart piece={piece} lines={lines} menu={menu} />;
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

/** A piece for a screen reader: all of its text, with its role and state. */
function SpokenPart({ piece, lines, menu }: { piece: Block; lines: Line[]; menu: boolean }) {
  const { role, ...is } = useStable((state) => spokenAs(state, piece), sameSpoken);
  const words =
    menu && piece.type === 'field' ? <ChoiceMenu piece={piece} lines={lines} /> : <Lines lines={lines} />;
  if (!role) return words;
  return (
    <Box flexDirection="column" flexShrink={0} aria-role={role} aria-state={is}>
      {words}
    </Box>
  );
}

const sameSpoken = (one: Spoken, other: Spoken): boolean =>
  one.role === other.role &&
  one.selected === other.selected &&
  one.multiline === other.multiline &&
  one.checked === other.checked;
