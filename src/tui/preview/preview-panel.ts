import { memo } from '../../memo.ts';
import { bodyRows, framed, type Hint, titled } from '../frame.ts';
import { type Panel, panel } from '../panel.ts';
import { type ListKey, scrolled, within } from '../picker/scroll.ts';
import { type Row, seg } from '../row.ts';
import { type Document, documentOf, type Highlighter } from './document.ts';
import { rowsOf } from './rows.ts';

/** A report on the screen: as it reads, or as the Markdown that it is. */
export interface PreviewView {
  lines: readonly string[];
  /** The line that is marked, counted from 0. */
  start: number;
  asMarkdown: boolean;
  /** What stands at the top: a line of the report, so that it stays in view when the terminal is resized. */
  anchor: { line: number; row: number };
}

export const previewAt = (lines: readonly string[], start: number): PreviewView => ({
  lines,
  start,
  asMarkdown: false,
  anchor: { line: Math.max(0, start - 2), row: 0 },
});

interface Placed {
  line: number;
  row: Row;
}

const markdownDocument = memo(
  (lines: readonly string[]): Document => ({
    count: lines.length,
    at: (line) => ({ line: [seg(lines[line] ?? '')], indent: 0 }),
  }),
);

const readDocument = memo((lines: readonly string[], highlight: Highlighter | null) =>
  documentOf(lines, highlight),
);

const laidOut = memo((document: Document, width: number): { rows: Placed[]; first: number[] } => {
  const rows: Placed[] = [];
  const first: number[] = [];
  for (let line = 0; line < document.count; line++) {
    first.push(rows.length);
    for (const row of rowsOf(document.at(line), width)) rows.push({ line, row });
  }
  return { rows, first };
});

function viewed(view: PreviewView, highlight: Highlighter | null, width: number, height: number) {
  const { lines, asMarkdown, anchor } = view;
  const document = asMarkdown ? markdownDocument(lines) : readDocument(lines, highlight);
  // On a very wide screen lines of prose stay readable.
  const { rows, first } = laidOut(document, Math.max(1, Math.min(width - 2, 120)));
  const room = bodyRows(height);
  return {
    rows,
    first,
    room,
    top: within((first[anchor.line] ?? rows.length) + anchor.row, 0, rows.length - room),
  };
}

/** The preview scrolled by a key. */
export function scrolledPreview(
  view: PreviewView,
  key: ListKey,
  highlight: Highlighter | null,
  width: number,
  height: number,
): PreviewView['anchor'] {
  const { rows, first, room, top } = viewed(view, highlight, width, height);
  const next = scrolled(top, key, rows.length, room);
  const line = rows[next]?.line ?? 0;
  return { line, row: next - (first[line] ?? 0) };
}

export function previewPanel(
  view: PreviewView,
  highlight: Highlighter | null,
  hints: readonly Hint[],
  width: number,
  height: number,
): Panel {
  const { rows, room, top } = viewed(view, highlight, width, height);
  const shown = rows.slice(top, top + room);
  const last = (shown.at(-1)?.line ?? 0) + 1;
  const share = Math.round((Math.min(rows.length, top + room) / Math.max(1, rows.length)) * 100);
  const facts = `line ${(shown[0]?.line ?? 0) + 1}–${last} of ${view.lines.length}   ${share}%`;
  return framed({
    top: titled(view.asMarkdown ? 'Preview as Markdown' : 'Preview', [seg(facts, 'dim')], width),
    hints,
    body: panel(shown.map(({ line, row }) => [seg(line === view.start ? '▌' : ' ', 'accent'), ...row])),
    width,
    height,
  });
}

/** The report beside the form: rows from a line of it on, that one marked which is being edited. */
export function besideRows(
  { lines, start }: { lines: readonly string[]; start: number },
  top: number,
  highlight: Highlighter | null,
  width: number,
  height: number,
): Row[] {
  return windowOf(readDocument(lines, highlight), top, start, width, height).map(({ row }) => row);
}

/** The line at the top beside the form: it stays while the place being edited is well within view. */
export function besideTop(
  { lines, start }: { lines: readonly string[]; start: number },
  top: number,
  highlight: Highlighter | null,
  width: number,
  height: number,
): number {
  const rows = windowOf(readDocument(lines, highlight), top, start, width, height);
  const seen = rows.findIndex(({ line }) => line === start);
  return seen < 0 || seen > height / 2 ? Math.max(0, start - 3) : top;
}

function windowOf(document: Document, from: number, marked: number, width: number, height: number): Placed[] {
  const rows: Placed[] = [];
  for (let line = from; line < document.count && rows.length < height; line++) {
    const mark = seg(line === marked ? '› ' : '  ', 'accent');
    for (const row of rowsOf(document.at(line), width - 1)) rows.push({ line, row: [mark, ...row] });
  }
  return rows.slice(0, height);
}
