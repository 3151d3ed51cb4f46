import { Box } from 'ink';
import { useState } from 'react';
import { type Line, seg } from '../../line.ts';
import { Menu } from '../../widgets/Menu.tsx';
import { Row } from '../../widgets/Row.tsx';
import { geometryOf } from '../render/geometry.ts';
import { Lines } from '../screen/Rows.tsx';
import type { State } from '../state/state.ts';
import { useStore, useWizard } from '../state/store.ts';
import { type Choice, choices, saidOf, type There } from './overwrite.ts';

/** There is a report already: what would change, and what to do. */
export function Exists({ overlay }: { overlay: There }) {
  const store = useStore();
  const size = useWizard((state) => state.size);
  const { title, rows, room, airy } = saidOf(overlay, size);
  // One digit must not be enough to lose a file: it only moves there.
  const [at, setAt] = useState({ index: 0, round: 0 });
  const choose = (choice: Choice) => {
    if (/^\d$/.test(store.lastKey())) {
      setAt({ index: choices.findIndex((one) => one.value === choice), round: at.round + 1 });
      return;
    }
    store.dispatch((state: State) => {
      if (choice === 'back') return { ...state, overlay: null };
      if (choice === 'path') return { ...state, overlay: { type: 'finish' } };
      return { state, effect: { do: 'write', path: overlay.path, seen: overlay.old } };
    });
  };
  const from = Math.max(0, Math.min(overlay.scroll, rows.length - room));
  const shown = rows.slice(from, from + room);
  const range = rows.length > room ? `  ${from + 1}–${from + shown.length} of ${rows.length}` : '';
  return (
    <Box flexDirection="column" paddingLeft={2} height={geometryOf(size).height}>
      <Lines lines={title.map((row) => [seg(row, 'bold')])} />
      {rows.length === 0 ? (
        <Row line={[seg('It says the same: nothing would change.', 'dim')]} />
      ) : (
        <Row line={[...legend, seg(range, 'dim')]} />
      )}
      <Box flexDirection="column" height={room} flexShrink={0}>
        <Lines lines={shown} />
      </Box>
      {airy && <Row line={[]} />}
      <Menu key={at.round} items={choices} initial={at.index} onSelect={choose} />
    </Box>
  );
}

const legend: Line = [seg('- the file', 'critical'), seg('  '), seg('+ this report', 'done')];
