import { Box, useInput } from 'ink';
import { type ReactNode, useMemo, useState } from 'react';
import { displayWidth, padEnd } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { type Line, seg } from '../line.ts';
import { Prompt } from '../widgets/Prompt.tsx';
import { Rows } from '../widgets/Row.tsx';
import { bodyRows, Frame } from './Frame.tsx';
import { scrolled, within } from './scroll.ts';

/** One row of the table of keys. */
export interface HelpRow {
  keys: string;
  does: string;
  group: string;
}

export interface HelpProps {
  rows: readonly HelpRow[];
  onClose(): void;
  width: number;
  height: number;
}

/** What the keys do, by groups; typing keeps the rows that have all the words. */
export function Help({ rows, onClose, width, height }: HelpProps): ReactNode {
  const [query, setQuery] = useState('');
  const [wanted, setTop] = useState(0);
  const lines = useMemo(() => helpLines(matching(rows, query), width), [rows, query, width]);
  const room = Math.max(1, bodyRows(height) - 2);
  const top = within(wanted, 0, lines.length - room);

  useInput((_, key) => {
    if (key.escape) onClose();
    if (key.home || key.end) return;
    const next = scrolled(top, key, lines.length, room);
    if (next !== null) setTop(next);
  });

  return (
    <Frame
      title="Help"
      facts={[seg(place(top, room, lines.length), 'dim')]}
      hints={hints}
      {...{ width, height }}
    >
      <Box height={1} overflow="hidden" paddingLeft={1}>
        <Prompt
          label="Find"
          value={query}
          onChange={(text) => {
            setQuery(text);
            setTop(0);
          }}
          onSubmit={() => {}}
          placeholder="a key, or what it does"
          oneRow
        />
      </Box>
      <Rows lines={[[], ...lines.slice(top, top + room)]} />
    </Frame>
  );
}

const hints = [
  ['↑ ↓', 'scroll'],
  ['PgUp PgDn', 'page'],
  ['Esc', 'back'],
] as const;

/** "3–21 of 64" when not all of it is in view. */
const place = (top: number, room: number, total: number): string =>
  total <= room ? '' : `${top + 1}–${Math.min(total, top + room)} of ${total}`;

function matching(rows: readonly HelpRow[], query: string): HelpRow[] {
  const words = query.toLowerCase().split(/\s+/);
  return rows.filter((row) => {
    const text = `${row.keys} ${row.does} ${row.group}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function helpLines(rows: readonly HelpRow[], width: number): Line[] {
  if (rows.length === 0) return [[seg(' No key does that. Ctrl+U begins anew.', 'dim')]];
  const widest = Math.max(...rows.map((row) => displayWidth(row.keys)));
  const keys = Math.min(widest, Math.floor(width / 2) - 4) + 2;
  const groups = Map.groupBy(rows, (row) => row.group);
  return [...groups].flatMap(([group, members], index) => [
    ...(index > 0 ? [[]] : []),
    [seg(` ${group}`, 'bold')],
    ...members.flatMap((row) => rowLines(row, keys, width)),
  ]);
}

// Both columns wrap: on a narrow screen nothing is cut off.
function rowLines(row: HelpRow, keys: number, width: number): Line[] {
  const left = wrap(row.keys, keys - 1).map(({ start, end }) => row.keys.slice(start, end));
  const right = wrap(row.does, Math.max(8, width - keys - 4)).map(({ start, end }) =>
    row.does.slice(start, end),
  );
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    seg(`   ${padEnd(left[index] ?? '', keys)}`),
    seg(right[index] ?? ''),
  ]);
}
