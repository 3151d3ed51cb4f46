import { renderMarked } from '../../../report/writer/render.ts';
import { fieldKey } from '../../../review/review.ts';
import type { ListKey } from '../../picker/scroll.ts';
import { previewAt, scrolledPreview } from '../../preview/preview-panel.ts';
import { focusedField } from '../edit/not-applicable.ts';
import { settledReview } from '../edit/tidying.ts';
import { pageOf, type State } from '../state/state.ts';

/** Ctrl+P: the report over the page, at the place being edited. */
export function openPreview(state: State): State {
  const { lines, start } = previewOf(state);
  const under = state.overlay?.type === 'finished' ? { under: state.overlay } : {};
  return { ...state, overlay: { type: 'preview', ...previewAt(lines, under.under ? 0 : start), ...under } };
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

/** The report's lines, and the one where the focused field begins: else its issue's, else its page's. */
export function previewOf(state: State): { lines: string[]; start: number } {
  const { text, lines: marks } = renderMarked(state.template, settledReview(state));
  const lines = text.replace(/\n$/, '').split('\n');
  const place = focusedField(state);
  const marked = place && marks.get(fieldKey(place));
  if (typeof marked === 'number') return { lines, start: marked };
  const { open, focus } = state;
  const id = open && 'issue' in open ? open.issue : focus?.on === 'issue' ? focus.issue : undefined;
  const first = id && [...marks].find(([key]) => key.startsWith(`issue/${id}/`));
  if (first) return { lines, start: first[1] };
  const heading = pageOf(state)?.heading;
  const page = heading ? lines.findIndex((line) => /^#{1,2} /.test(line) && line.includes(heading)) : 0;
  return { lines, start: Math.max(0, page) };
}
