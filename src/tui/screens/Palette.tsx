import { Box, useInput } from 'ink';
import { type ReactNode, useMemo, useState } from 'react';
import { visible } from '../../text/clean.ts';
import { displayWidth, padEnd, truncate } from '../../text/width.ts';
import { wrapped } from '../../text/wrap.ts';
import { cut, type Line, lineWidth, seg } from '../line.ts';
import { signs } from '../theme.ts';
import { Prompt } from '../widgets/Prompt.tsx';
import { Row, Rows } from '../widgets/Row.tsx';
import { bodyRows, Frame, type Hint } from './Frame.tsx';
import { type Entry, excerptOf, find, indexOf } from './find.ts';
import { picked, reveal } from './scroll.ts';

export type { Entry } from './find.ts';

export interface PaletteProps<E extends Entry> {
  entries: readonly E[];
  /** What stands before the query. */
  title?: string;
  placeholder?: string;
  /** What Enter does, for the hints. */
  verb?: string;
  onPick(entry: E): void;
  /** Alt and a letter, on the entry that is picked out. */
  onChord?(entry: E, letter: string): void;
  /** Further keys for the entry that is picked out. */
  hintsFor?(entry: E | undefined): readonly Hint[];
  /** All that there is to say of the entry that is picked out: below the list, where there is room. */
  detailOf?(entry: E): string;
  /** What was done last, above that. */
  said?: string;
  onClose(): void;
  width: number;
  height: number;
}

/** Goes anywhere and does anything by a part of its name. */
export function Palette<E extends Entry>({
  entries,
  width,
  height,
  title: label = 'Go to',
  verb = 'go',
  placeholder = width < 60 ? 'a name, or words' : 'any part of a name, or words of an answer',
  onPick,
  onChord,
  hintsFor,
  detailOf,
  said = '',
  onClose,
}: PaletteProps<E>): ReactNode {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState({ index: 0, top: 0 });
  const index = useMemo(() => indexOf(entries), [entries]);
  const found = useMemo(() => find(index, query), [index, query]);
  const room = detailOf && height >= 16 ? details + 1 : 0;
  const rows = bodyRows(height) - room;
  const chosen = Math.min(at.index, Math.max(0, found.length - 1));
  const top = reveal(at.top, chosen, found.length, rows);

  useInput((input, key) => {
    if (key.escape) onClose();
    const entry = found[chosen];
    if (key.meta && entry && /^[a-z]$/.test(input)) onChord?.(entry, input);
    if (key.home || key.end) return;
    const next = picked(chosen, key, found.length, rows);
    if (next !== null) setAt({ index: next, top: reveal(top, next, found.length, rows) });
  });

  const submit = (): void => {
    const entry = found[chosen];
    if (entry) onPick(entry);
  };

  const shown = found.slice(top, top + rows);
  const widest = Math.max(0, ...shown.map((entry) => displayWidth(asideOf(entry))));
  const aside = Math.min(asideRoom(width), widest);
  const title = (
    <Box paddingLeft={2}>
      <Prompt
        label={label}
        value={query}
        onChange={(text) => {
          setQuery(text);
          setAt({ index: 0, top: 0 });
        }}
        onSubmit={submit}
        placeholder={placeholder}
        oneRow
      />
    </Box>
  );
  return (
    <Frame
      title={title}
      hints={hintsOf(verb, hintsFor?.(found[chosen]) ?? [], found.length, entries.length)}
      {...{ width, height }}
    >
      {found.length === 0 ? <Rows lines={noneLines(query, width)} /> : null}
      <Box flexDirection="column" aria-role="listbox">
        {shown.map((entry, offset) => (
          <Box key={entry.id} aria-role="option" aria-state={{ selected: top + offset === chosen }}>
            <Row line={entryLine(entry, top + offset === chosen, aside, width, query)} />
          </Box>
        ))}
      </Box>
      {room > 0 && found[chosen] ? (
        <Box flexDirection="column" flexGrow={1} justifyContent="flex-end">
          <Rows lines={detailLines(detailOf?.(found[chosen]) ?? '', said, width)} />
        </Box>
      ) : null}
    </Frame>
  );
}

function noneLines(query: string, width: number): Line[] {
  const text =
    query.trim() === ''
      ? 'There is nothing to choose from yet. Esc goes back.'
      : `Nothing is called “${query}”, and no answer says so. Ctrl+U begins anew.`;
  return wrapped(text, Math.max(8, width - 4)).map((row) => [seg(`  ${row}`, 'dim')]);
}

/** Rows for all that there is to say of an entry. */
const details = 4;

function detailLines(text: string, said: string, width: number): Line[] {
  const rows = wrapped(visible(text), Math.max(8, width - 4)).map((row): Line => [seg(`  ${row}`, 'dim')]);
  const done =
    said === '' ? [] : wrapped(said, Math.max(8, width - 4)).map((row): Line => [seg(`  ${row}`, 'accent')]);
  return [...done, ...rows].slice(0, details);
}

const hintsOf = (verb: string, own: readonly Hint[], found: number, all: number): readonly Hint[] => [
  ['Enter', verb],
  ...own,
  ['↑ ↓', 'move'],
  ['Esc', found === all ? 'back' : `back   ${found} of ${all}`],
];

/** What is left for notes where names have three fifths of the row, or on a narrow screen all that they can use. */
const asideRoom = (width: number): number => {
  const room = width - 3 - 9;
  return Math.max(16, room - Math.max(51, Math.floor(room * 0.6)));
};

const asideOf = (entry: Entry): string => entry.note ?? entry.keys ?? '';

/** `❯ CRITICAL-2 › Fix Required      field    empty`; where there is little room, the name has all of it. */
function entryLine(entry: Entry, chosen: boolean, aside: number, width: number, query: string): Line {
  const mark = seg(chosen ? `${signs.pick} ` : '  ', 'accent');
  const name: Line = [
    ...(entry.path ? [seg(`${entry.path} › `, 'dim')] : []),
    seg(entry.title, chosen ? 'bold' : 'plain'),
  ];
  const columns = width >= 60 ? 9 + (aside > 0 ? aside + 1 : 0) : aside > 0 ? aside + 1 : 0;
  const room = Math.max(8, width - 3 - columns);
  const excerpt = excerptOf(entry, query, Math.max(0, room - lineWidth(name) - 2));
  const kept = cut(excerpt ? [...name, seg(`  ${excerpt}`, 'dim')] : name, room);
  const kind = width >= 60 ? padEnd(entry.kind, 9) : '';
  const gap = ' '.repeat(Math.max(1, room - lineWidth(kept)));
  return [mark, ...kept, seg(gap), seg(kind, 'dim'), seg(truncate(asideOf(entry), aside), 'dim')];
}
