import { useInput } from 'ink';
import { type ReactNode, useMemo, useState } from 'react';
import { type Line, seg } from '../line.ts';
import { type Document, documentOf } from '../preview/document.ts';
import { rowsOf } from '../preview/rows.ts';
import { useHighlighter } from '../preview/use-highlighter.ts';
import { Rows } from '../widgets/Row.tsx';
import { bodyRows, Frame } from './Frame.tsx';
import { scrolled, within } from './scroll.ts';

export interface PreviewProps {
  /** The lines of the report. */
  lines: readonly string[];
  /** The line that is wanted in view, counted from 0. */
  start: number;
  title: string;
  onClose(): void;
  width: number;
  height: number;
}

/** The report as it will be: as it reads, or with `r` as the Markdown that it is. */
export function Preview({ lines, start, title, onClose, width, height }: PreviewProps): ReactNode {
  const [raw, setRaw] = useState(false);
  const highlight = useHighlighter();
  // Kept as a line of the report, so that it stays in view when the terminal is resized.
  const [anchor, setAnchor] = useState({ line: Math.max(0, start - 2), row: 0 });
  const room = bodyRows(height);
  const document = useMemo(
    () => (raw ? rawDocument(lines) : documentOf(lines, highlight)),
    [lines, raw, highlight],
  );
  // On a very wide screen lines of prose stay readable.
  const columns = Math.max(1, Math.min(width - 2, 120));
  const { rows, first } = useMemo(() => layOut(document, columns), [document, columns]);
  const top = within((first[anchor.line] ?? rows.length) + anchor.row, 0, rows.length - room);

  useInput((input, key) => {
    if (key.escape || (key.ctrl && input === 'p')) return onClose();
    if (input === 'r' && !key.ctrl && !key.meta) return setRaw(!raw);
    const next =
      input === ' '
        ? scrolled(top, { ...key, pageDown: true }, rows.length, room)
        : scrolled(top, key, rows.length, room);
    if (next === null) return;
    const line = rows[next]?.line ?? 0;
    setAnchor({ line, row: next - (first[line] ?? 0) });
  });

  const shown = rows.slice(top, top + room);
  const seen = (shown.at(-1)?.line ?? 0) + 1;
  const share = Math.round((Math.min(rows.length, top + room) / Math.max(1, rows.length)) * 100);
  return (
    <Frame
      title={raw ? `${title} as Markdown` : title}
      facts={[seg(`line ${(shown[0]?.line ?? 0) + 1}–${seen} of ${lines.length}   ${share}%`, 'dim')]}
      hints={[
        ['↑ ↓', 'scroll'],
        ['PgUp PgDn', 'page'],
        ['Home End', 'first, last'],
        ['r', raw ? 'as it reads' : 'Markdown'],
        ['Esc', 'back'],
      ]}
      {...{ width, height }}
    >
      <Rows lines={shown.map(({ line, row }) => [seg(line === start ? '▌' : ' ', 'accent'), ...row])} />
    </Frame>
  );
}

const rawDocument = (lines: readonly string[]): Document => ({
  count: lines.length,
  at: (line) => ({ line: [seg(lines[line] ?? '')], indent: 0 }),
});

interface Placed {
  line: number;
  row: Line;
}

function layOut(document: Document, width: number): { rows: Placed[]; first: number[] } {
  const rows: Placed[] = [];
  const first: number[] = [];
  for (let line = 0; line < document.count; line++) {
    first.push(rows.length);
    for (const row of rowsOf(document.at(line), width)) rows.push({ line, row });
  }
  return { rows, first };
}
