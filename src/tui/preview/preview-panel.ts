import { memo } from '../../memo.ts';
import { bodyRows, framed, type Hint, titled } from '../frame.ts';
import { type Panel, panel } from '../panel.ts';
import { type ListKey, scrolled, within } from '../picker/scroll.ts';
import { type Row, seg } from '../row.ts';
import { type Document, documentOf, type Highlighter, plainDocument } from './document.ts';
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

const markdownDocument = memo((lines: readonly string[]): Document => plainDocument(lines));

const readDocument = memo((lines: readonly string[], highlight: Highlighter | null) =>
  documentOf(lines, highlight),
);

/** The first row of each line, and behind them how many rows there are: made without the rows of short lines. */
const firstRows = memo((document: Document, width: number): number[] => {
  const first = [0];
  let rows = 0;
  for (let line = 0; line < document.count; line++) {
    rows += document.isShort(line, width) ? 1 : rowsOf(document.at(line), width).length;
    first.push(rows);
  }
  return first;
});

/** The line that a row is of: by halving, as there may be many thousands. */
function lineAt(first: readonly number[], row: number): number {
  let [low, high] = [0, first.length - 1];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((first[middle] ?? 0) <= row) low = middle;
    else high = middle;
  }
  return low;
}

function viewed(view: PreviewView, highlight: Highlighter | null, columns: number, height: number) {
  const { lines, asMarkdown, anchor } = view;
  const document = asMarkdown ? markdownDocument(lines) : readDocument(lines, highlight);
  // On a very wide screen lines of prose stay readable.
  const width = Math.max(1, Math.min(columns - 2, 120));
  const first = firstRows(document, width);
  const count = first.at(-1) ?? 0;
  const room = bodyRows(height);
  const top = within((first[anchor.line] ?? count) + anchor.row, 0, count - room);
  return { document, width, first, count, room, top };
}

/** The preview scrolled by a key. */
export function scrolledPreview(
  view: PreviewView,
  key: ListKey,
  highlight: Highlighter | null,
  width: number,
  height: number,
): PreviewView['anchor'] {
  const { first, count, room, top } = viewed(view, highlight, width, height);
  const next = scrolled(top, key, count, room);
  const line = lineAt(first, next);
  return { line, row: next - (first[line] ?? 0) };
}

export function previewPanel(
  view: PreviewView,
  highlight: Highlighter | null,
  hints: readonly Hint[],
  width: number,
  height: number,
): Panel {
  const { document, width: columns, first, count, room, top } = viewed(view, highlight, width, height);
  const from = lineAt(first, top);
  const above = top - (first[from] ?? 0);
  const shown = rowsFrom(document, from, columns, above + room).slice(above);
  const last = (shown.at(-1)?.line ?? 0) + 1;
  const share = Math.round((Math.min(count, top + room) / Math.max(1, count)) * 100);
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
  return rowsFrom(document, from, width - 1, height).map(({ line, row }) => ({
    line,
    row: [seg(line === marked ? '› ' : '  ', 'accent'), ...row],
  }));
}

/** So many rows, from the first one of a line on. */
function rowsFrom(document: Document, from: number, width: number, count: number): Placed[] {
  const rows: Placed[] = [];
  for (let line = from; line < document.count && rows.length < count; line++)
    for (const row of rowsOf(document.at(line), width)) rows.push({ line, row });
  return rows.slice(0, count);
}
