import type { ReportLine, ReportParts } from '../../report/writer/report-parts.ts';
import { bodyRows, framed, type Hint, titled } from '../frame.ts';
import { type Panel, panel } from '../panel.ts';
import { type ListKey, stepOf } from '../picker/scroll.ts';
import { type Row, seg } from '../row.ts';
import type { Highlighter } from './document.ts';
import {
  isBehind,
  isSameLine,
  type Laid,
  lastTop,
  linesAbove,
  moved,
  type ReportRow,
  rowsFrom,
} from './places.ts';
import { whereWords } from './where-words.ts';

/** A report, and the line of it that is marked. */
export interface MarkedReport {
  report: ReportParts;
  start: ReportLine;
}

/** A report on the screen: as it reads, or as the Markdown that it is. */
export interface PreviewView extends MarkedReport {
  asMarkdown: boolean;
  /** What stands at the top: a row of a line of the report, so that it stays in view when the terminal is resized. */
  anchor: ReportRow;
}

export const previewAt = (report: ReportParts, start: ReportLine): PreviewView => ({
  report,
  start,
  asMarkdown: false,
  anchor: { ...linesAbove(report, start, 2), row: 0 },
});

function viewed(view: PreviewView, highlight: Highlighter | null, columns: number, height: number) {
  const { report, asMarkdown, anchor } = view;
  // On a very wide screen lines of prose stay readable.
  const laid: Laid = { report, asMarkdown, highlight, width: Math.max(1, Math.min(columns - 2, 120)) };
  const room = bodyRows(height);
  const last = lastTop(laid, room);
  const top = moved(laid, anchor, 0);
  return { laid, room, last, top: isBehind(top, last) ? last : top };
}

/** The preview scrolled by a key. */
export function scrolledPreview(
  view: PreviewView,
  key: ListKey,
  highlight: Highlighter | null,
  width: number,
  height: number,
): ReportRow {
  const { laid, last, top, room } = viewed(view, highlight, width, height);
  if (key === 'end') return last;
  if (key === 'home') return { part: 0, line: 0, row: 0 };
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
  const { report, start, asMarkdown } = view;
  const { laid, room, top } = viewed(view, highlight, width, height);
  const shown = rowsFrom(laid, top, top.row + room).slice(top.row);
  const where = whereWords(report, shown[0]?.at ?? top, shown.at(-1)?.at ?? top);
  return framed({
    top: titled(asMarkdown ? 'Preview as Markdown' : 'Preview', [seg(where, 'dim')], width),
    hints,
    body: panel(shown.map(({ at, row }) => [seg(isSameLine(at, start) ? '▌' : ' ', 'accent'), ...row])),
    width,
    height,
  });
}

/** The report beside the form: rows from a line of it on, that one marked which is being edited. */
export const besideRows = (
  of: MarkedReport,
  top: ReportLine,
  highlight: Highlighter | null,
  width: number,
  height: number,
): Row[] => windowOf(of, top, highlight, width, height).map(({ row }) => row);

/** The line at the top beside the form: it stays while the place being edited is well within view. */
export function besideTop(
  of: MarkedReport,
  top: ReportLine,
  highlight: Highlighter | null,
  width: number,
  height: number,
): ReportLine {
  const seen = windowOf(of, top, highlight, width, height).findIndex(({ at }) => isSameLine(at, of.start));
  return seen < 0 || seen > height / 2 ? linesAbove(of.report, of.start, 3) : top;
}

function windowOf(
  { report, start }: MarkedReport,
  from: ReportLine,
  highlight: Highlighter | null,
  width: number,
  height: number,
) {
  const laid: Laid = { report, asMarkdown: false, highlight, width: width - 1 };
  return rowsFrom(laid, from, height).map(({ at, row }) => ({
    at,
    row: [seg(isSameLine(at, start) ? '› ' : '  ', 'accent'), ...row],
  }));
}
