import { Box, useCursor, useIsScreenReaderEnabled } from 'ink';
import type { ReactNode } from 'react';
import type { Panel, Spoken } from '../panel.ts';
import type { Row } from '../row.ts';
import { MenuRows } from './MenuRows.tsx';
import { RowText } from './RowText.tsx';

/** A panel on the screen: its rows, its menu, and the terminal's own cursor where typing goes. */
export function PanelView({ panel }: { panel: Panel }): ReactNode {
  const { rows, menu, cursor } = panel;
  const { setCursorPosition } = useCursor();
  setCursorPosition(cursor ?? undefined);
  if (useIsScreenReaderEnabled()) return <SpokenRows {...panel} />;
  if (!menu) return <Rows rows={rows} />;
  return (
    <Box flexDirection="column">
      <Rows rows={rows.slice(0, menu.from)} />
      <MenuRows rows={rows.slice(menu.from, menu.to)} at={menu.at} />
      <Rows rows={rows.slice(menu.to)} />
    </Box>
  );
}

function Rows({ rows }: { rows: Row[] }): ReactNode {
  return (
    <Box flexDirection="column">
      {Array.from(rows.entries(), ([at, row]) => (
        <RowText key={at} row={row} />
      ))}
    </Box>
  );
}

/** Rows that are one thing to a screen reader stand together, with its role and state. */
function SpokenRows({ rows, spoken }: Panel): ReactNode {
  const parts: { at: number; rows: Row[]; what: Spoken | undefined }[] = [];
  rows.forEach((row, at) => {
    const what = spoken.get(at);
    const last = parts.at(-1);
    if (last && last.what === what) last.rows.push(row);
    else parts.push({ at, rows: [row], what });
  });
  return (
    <Box flexDirection="column">
      {parts.map(({ at, rows: some, what }) => {
        if (!what?.role) return <Rows key={at} rows={some} />;
        const { role, ...state } = what;
        return (
          <Box key={at} flexDirection="column" flexShrink={0} aria-role={role} aria-state={state}>
            <Rows rows={some} />
          </Box>
        );
      })}
    </Box>
  );
}
