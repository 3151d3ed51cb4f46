import { issueFields } from '../../../fields/issue.ts';
import { renderMarked } from '../../../report/writer/render.ts';
import { fieldKey } from '../../../review/review.ts';
import type { ListKey } from '../../picker/scroll.ts';
import type { ReportLines } from '../../preview/document.ts';
import { previewAt, scrolledPreview } from '../../preview/preview-panel.ts';
import { focusedField } from '../edit/not-applicable.ts';
import { settledReview } from '../edit/tidying.ts';
import { pageOf, type State } from '../state/state.ts';
import { editedLineIn } from './edited-line.ts';

/** Ctrl+P: the report over the page, at the place being edited. */
export function openPreview(state: State): State {
  const report = previewOf(state);
  const under = state.overlay?.type === 'finished' ? { under: state.overlay } : {};
  return {
    ...state,
    overlay: { type: 'preview', ...previewAt(report, under.under ? 0 : report.start), ...under },
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
export function previewOf(state: State): ReportLines & { start: number } {
  const { open, focus } = state;
  const place = focusedField(state);
  const within = open ?? (focus?.on === 'issue' ? focus : place);
  const issue = within && 'issue' in within ? within.issue : null;
  const key = place && fieldKey(place);
  const { text, lines: marks } = renderMarked(state.template, settledReview(state), { issue, key });
  const lines = text.replace(/\n$/, '').split('\n');
  const starts = [...marks].flatMap(([of, line]) => (/^issue\/[^/]+$/.test(of) ? line : []));
  const marked = key === null ? undefined : marks.get(key);
  const first = marked === undefined ? firstOf(marks, issue) : editedLineIn(state, lines, marked);
  if (first !== undefined) return { lines, starts, start: first };
  const heading = pageOf(state)?.heading;
  const page = heading ? lines.findIndex((line) => /^#{1,2} /.test(line) && line.includes(heading)) : 0;
  return { lines, starts, start: Math.max(0, page) };
}

/** The first line of an issue's fields. */
function firstOf(marks: ReadonlyMap<string, number>, issue: string | null): number | undefined {
  const lines = issueFields
    .map((field) => marks.get(`issue/${issue}/${field}`))
    .filter((line) => line !== undefined);
  return issue === null || lines.length === 0 ? undefined : Math.min(...lines);
}
