import { type ReportLine, type ReportParts, reportParts } from '../../../report/writer/report-parts.ts';
import { fieldKey } from '../../../review/review.ts';
import type { ListKey } from '../../picker/scroll.ts';
import { type MarkedReport, previewAt, scrolledPreview } from '../../preview/preview-panel.ts';
import { focusedField } from '../edit/not-applicable.ts';
import { settledReview } from '../edit/tidying.ts';
import { pageOf, type State } from '../state/state.ts';
import { editedLineIn } from './edited-line.ts';

/** Ctrl+P: the report over the page, at the place being edited. */
export function openPreview(state: State): State {
  const { report, start } = previewOf(state);
  const under = state.overlay?.type === 'finished' ? { under: state.overlay } : {};
  return {
    ...state,
    overlay: { type: 'preview', ...previewAt(report, under.under ? { part: 0, line: 0 } : start), ...under },
  };
}

/** `r`: as it reads, or as the Markdown that it is. */
export const turnPreview = (state: State): State =>
  state.overlay?.type === 'preview'
    ? { ...state, overlay: { ...state.overlay, asMarkdown: !state.overlay.asMarkdown } }
    : state;

export function scrollPreview(state: State, key: ListKey): State {
  const { overlay, size, highlight } = state;
  if (overlay?.type !== 'preview') return state;
  const anchor = scrolledPreview(overlay, key, highlight, size.columns, size.rows);
  return { ...state, overlay: { ...overlay, anchor } };
}

/** The report, and its line that is being edited in the focused field: else its issue's, else its page's. */
export function previewOf(state: State): MarkedReport {
  const { open, focus } = state;
  const place = focusedField(state);
  const within = open ?? (focus?.on === 'issue' ? focus : place);
  const issue = within && 'issue' in within ? within.issue : null;
  const report = reportParts(state.template, settledReview(state), place);
  const start =
    (place && lineOf(state, report, fieldKey(place), 'issue' in place ? place.issue : null)) ??
    (issue === null ? null : firstOf(report, issue)) ??
    pageIn(state, report);
  return { report, start };
}

/** The line of the focused field that has the cursor; null where the report does not have the field. */
function lineOf(state: State, report: ReportParts, key: string, issue: string | null): ReportLine | null {
  const parts = issue === null ? [...report.others.keys()] : [report.partOf(issue)];
  for (const part of parts) {
    const { lines = [], marks } = report.at(part) ?? {};
    const marked = marks?.get(key);
    if (marked !== undefined) return { part, line: editedLineIn(state, lines, marked) };
  }
  return null;
}

/** The first line of an issue's fields. */
function firstOf(report: ReportParts, issue: string): ReportLine | null {
  const part = report.partOf(issue);
  const marks = [...(report.at(part)?.marks.values() ?? [])];
  return marks.length === 0 ? null : { part, line: Math.min(...marks) };
}

/** The heading of the page; the first line where there is none. */
function pageIn(state: State, report: ReportParts): ReportLine {
  const heading = pageOf(state)?.heading;
  for (const [part, { lines }] of heading ? report.others : []) {
    const line = lines.findIndex((one) => /^#{1,2} /.test(one) && one.includes(heading ?? ''));
    if (line >= 0) return { part, line };
  }
  return { part: 0, line: 0 };
}
