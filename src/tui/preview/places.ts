import { memo } from '../../memo.ts';
import type { ReportLine, ReportParts } from '../../report/writer/report-parts.ts';
import { within } from '../picker/scroll.ts';
import { type Document, documentOf, type Highlighter, plainDocument } from './document.ts';
import { rowsOf } from './rows.ts';

/** A row of a report on the screen: of a line of it, counted from that line's first. */
export interface ReportRow extends ReportLine {
  row: number;
}

/** A report in rows of so many columns. Only the rows near the ones in view are made: there may be millions. */
export interface Laid {
  report: ReportParts;
  asMarkdown: boolean;
  highlight: Highlighter | null;
  width: number;
}

const markdownOf = memo((lines: readonly string[]): Document => plainDocument(lines));
const readOf = memo(
  (lines: readonly string[], highlight: Highlighter | null): Document => documentOf(lines, highlight),
);

const linesIn = (report: ReportParts, part: number): readonly string[] => report.at(part)?.lines ?? [];

function documentAt({ report, asMarkdown, highlight }: Laid, part: number): Document {
  const lines = linesIn(report, part);
  return asMarkdown ? markdownOf(lines) : readOf(lines, highlight);
}

/** The line below one; null below the last. */
function below(report: ReportParts, { part, line }: ReportLine): ReportLine | null {
  if (line + 1 < linesIn(report, part).length) return { part, line: line + 1 };
  return part + 1 < report.count ? { part: part + 1, line: 0 } : null;
}

/** The line above one; null above the first. */
function above(report: ReportParts, { part, line }: ReportLine): ReportLine | null {
  if (line > 0) return { part, line: line - 1 };
  return part > 0 ? { part: part - 1, line: linesIn(report, part - 1).length - 1 } : null;
}

/** The line so many lines further up, or the first one. */
export function linesAbove(report: ReportParts, line: ReportLine, by: number): ReportLine {
  const next = by > 0 ? above(report, line) : null;
  return next ? linesAbove(report, next, by - 1) : line;
}

/** The rows of a line. */
const rowsAt = (laid: Laid, { part, line }: ReportLine) =>
  rowsOf(documentAt(laid, part).at(line), laid.width);

function rowCount(laid: Laid, { part, line }: ReportLine): number {
  const document = documentAt(laid, part);
  return document.isShort(line, laid.width) ? 1 : rowsOf(document.at(line), laid.width).length;
}

/** The place so many rows further down, or up; not beyond the first and the last row. */
export function moved(laid: Laid, { row, ...from }: ReportRow, by: number): ReportRow {
  let at: ReportLine = from;
  let place = row + by;
  for (let next = above(laid.report, at); place < 0 && next; next = above(laid.report, at)) {
    at = next;
    place += rowCount(laid, at);
  }
  for (let rows = rowCount(laid, at); place >= rows; rows = rowCount(laid, at)) {
    const next = below(laid.report, at);
    if (!next) break;
    place -= rows;
    at = next;
  }
  return { ...at, row: within(place, 0, rowCount(laid, at) - 1) };
}

/** The last place from which so many rows can be shown. */
export function lastTop(laid: Laid, room: number): ReportRow {
  const part = laid.report.count - 1;
  const last = { part, line: linesIn(laid.report, part).length - 1 };
  return moved(laid, { ...last, row: rowCount(laid, last) - 1 }, 1 - room);
}

export const isBehind = (one: ReportRow, other: ReportRow): boolean =>
  one.part - other.part > 0 ||
  (one.part === other.part && (one.line > other.line || (one.line === other.line && one.row > other.row)));

export const isSameLine = (one: ReportLine, other: ReportLine): boolean =>
  one.part === other.part && one.line === other.line;

/** So many rows, from the first one of a line on, each with its line; none where there is no such line. */
export function rowsFrom(laid: Laid, from: ReportLine, count: number) {
  const rows: { at: ReportLine; row: ReturnType<typeof rowsAt>[number] }[] = [];
  const isThere = from.line < linesIn(laid.report, from.part).length;
  for (let at = isThere ? from : null; at && rows.length < count; at = below(laid.report, at))
    for (const row of rowsAt(laid, at)) rows.push({ at, row });
  return rows.slice(0, count);
}
