import { memo } from '../../memo.ts';
import { bodyRows, framed, type Hint, titled } from '../frame.ts';
import { type Panel, panel } from '../panel.ts';
import { type ListKey, stepOf, within } from '../picker/scroll.ts';
import { type Row, seg } from '../row.ts';
import { type Document, documentOf, type Highlighter, plainDocument, type ReportLines } from './document.ts';
import { rowsOf } from './rows.ts';

/** A report on the screen: as it reads, or as the Markdown that it is. */
export interface PreviewView extends ReportLines {
  /** The line that is marked, counted from 0. */
  start: number;
  asMarkdown: boolean;
  /** What stands at the top: a line of the report, so that it stays in view when the terminal is resized. */
  anchor: { line: number; row: number };
}

export const previewAt = ({ lines, starts }: ReportLines, start: number): PreviewView => ({
  lines,
  starts,
  start,
  asMarkdown: false,
  anchor: { line: Math.max(0, start - 2), row: 0 },
});

interface Placed {
  line: number;
  row: Row;
}

const markdownDocument = memo((lines: readonly string[]): Document => plainDocument(lines));

const readDocument = memo(
  (lines: readonly string[], starts: readonly number[], highlight: Highlighter | null): Document =>
    documentOf({ lines, starts }, highlight),
);

/** A row of a report: of a line of it, counted from that line's first. */
type Place = PreviewView['anchor'];

/** A document in rows of so many columns. Only the rows near the ones in view are made: there may be millions. */
interface Laid {
  document: Document;
  width: number;
}

const rowCount = ({ document, width }: Laid, line: number): number =>
  document.isShort(line, width) ? 1 : rowsOf(document.at(line), width).length;

/** The place so many rows further down, or up; not beyond the first and the last row. */
function moved(laid: Laid, { line, row }: Place, by: number): Place {
  let [at, place] = [line, row + by];
  while (place < 0 && at > 0) {
    at -= 1;
    place += rowCount(laid, at);
  }
  for (
    let rows = rowCount(laid, at);
    place >= rows && at < laid.document.count - 1;
    rows = rowCount(laid, at)
  ) {
    place -= rows;
    at += 1;
  }
  return { line: at, row: within(place, 0, rowCount(laid, at) - 1) };
}

/** The last place from which so many rows can be shown. */
function lastTop(laid: Laid, room: number): Place {
  const line = laid.document.count - 1;
  return moved(laid, { line, row: rowCount(laid, line) - 1 }, 1 - room);
}

const isBehind = (one: Place, other: Place): boolean =>
  one.line > other.line || (one.line === other.line && one.row > other.row);

function viewed(view: PreviewView, highlight: Highlighter | null, columns: number, height: number) {
  const { lines, starts, asMarkdown, anchor } = view;
  const document = asMarkdown ? markdownDocument(lines) : readDocument(lines, starts, highlight);
  // On a very wide screen lines of prose stay readable.
  const laid = { document, width: Math.max(1, Math.min(columns - 2, 120)) };
  const room = bodyRows(height);
  const last = lastTop(laid, room);
  const top = moved(laid, anchor, 0);
  return { ...laid, room, last, top: isBehind(top, last) ? last : top };
}

/** The preview scrolled by a key. */
export function scrolledPreview(
  view: PreviewView,
  key: ListKey,
  highlight: Highlighter | null,
  width: number,
  height: number,
): Place {
  const { last, top, room, ...laid } = viewed(view, highlight, width, height);
  if (key === 'end') return last;
  if (key === 'home') return { line: 0, row: 0 };
  const next = moved(laid, top, stepOf(key, room));
  return isBehind(next, last) ? last : next;
}

export function previewPanel(
  view: PreviewView,
  highlight: Highlighter | null,
  hints: readonly Hint[],
  width: number,
  height: number,
): Panel {
  const { document, width: columns, room, top } = viewed(view, highlight, width, height);
  const shown = rowsFrom(document, top.line, columns, top.row + room).slice(top.row);
  const last = (shown.at(-1)?.line ?? 0) + 1;
  const share = Math.round((last / Math.max(1, document.count)) * 100);
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
  { lines, starts, start }: ReportLines & { start: number },
  top: number,
  highlight: Highlighter | null,
  width: number,
  height: number,
): Row[] {
  return windowOf(readDocument(lines, starts, highlight), top, start, width, height).map(({ row }) => row);
}

/** The line at the top beside the form: it stays while the place being edited is well within view. */
export function besideTop(
  { lines, starts, start }: ReportLines & { start: number },
  top: number,
  highlight: Highlighter | null,
  width: number,
  height: number,
): number {
  const rows = windowOf(readDocument(lines, starts, highlight), top, start, width, height);
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
