import { useInput } from 'ink';
import { type ReactNode, useMemo, useState } from 'react';
import { type Row as TextRow, wrap } from '../../text/wrap.ts';
import { type Line, seg } from '../line.ts';
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

/** The report as it will be written. */
export function Preview({ lines, start, title, onClose, width, height }: PreviewProps): ReactNode {
  // Kept as a line of the report, so that it stays in view when the terminal is resized.
  const [anchor, setAnchor] = useState({ line: Math.max(0, start - 2), row: 0 });
  const room = bodyRows(height);
  const { rows, first } = useMemo(() => layOut(lines, Math.max(1, width - 2)), [lines, width]);
  const top = within((first[anchor.line] ?? rows.length) + anchor.row, 0, rows.length - room);

  useInput((input, key) => {
    if (key.escape || (key.ctrl && input === 'p')) onClose();
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
      title={title}
      facts={[seg(`line ${(shown[0]?.line ?? 0) + 1}–${seen} of ${lines.length}   ${share}%`, 'dim')]}
      hints={hints}
      {...{ width, height }}
    >
      <Rows lines={shown.map((row) => drawn(lines, row, start))} />
    </Frame>
  );
}

const hints = [
  ['↑ ↓', 'scroll'],
  ['PgUp PgDn', 'page'],
  ['Home End', 'first, last'],
  ['Esc', 'back'],
] as const;

interface Placed extends TextRow {
  line: number;
  /** In a code block, where a # is no heading. */
  code: boolean;
}

function layOut(lines: readonly string[], width: number): { rows: Placed[]; first: number[] } {
  const rows: Placed[] = [];
  const first: number[] = [];
  let fence = '';
  lines.forEach((text, line) => {
    first.push(rows.length);
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1] ?? '';
    const code = fence !== '' || mark !== '';
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && text.trim() === mark) fence = '';
    for (const row of wrap(text, width)) rows.push({ ...row, line, code });
  });
  return { rows, first };
}

function drawn(lines: readonly string[], { line, start, end, code }: Placed, wanted: number): Line {
  const whole = lines[line] ?? '';
  const tone = code ? 'plain' : /^#{1,6} /.test(whole) ? 'bold' : /^(>|---$)/.test(whole) ? 'dim' : 'plain';
  return [seg(line === wanted ? '▌' : ' ', 'accent'), seg(whole.slice(start, end), tone)];
}
