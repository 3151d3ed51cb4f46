import type { DraftSummary } from '../../drafts/store/summary.ts';
import { severities } from '../../fields/issue.ts';
import { truncateStart } from '../../text/width.ts';
import { bars, gauge } from '../bars.ts';
import { type Row, rowWidth, seg } from '../row.ts';
import { tones } from './draft-row.ts';
import { when } from './when.ts';

/** Rows that it takes, an empty one above it among them. */
export const glanceRows = severities.length + 2;

/** The chosen review at a glance, below the list: its issues as bars, how far it is, its verdict. */
export function draftGlance(draft: DraftSummary, width: number, now: Date): Row[] {
  const all = severities.map((severity) => ({
    label: severity,
    count: draft.counts[severity],
    tone: tones[severity],
  }));
  const column = Math.min(40, Math.floor(width / 2));
  const facts: Row[] = [
    [seg('answered  '), ...gauge(draft.progress, 20), seg(` ${Math.floor(draft.progress * 100)}%`, 'answer')],
    [seg('verdict   '), draft.verdict ? seg(draft.verdict, 'answer') : seg('none yet', 'dim')],
    [seg('begun     '), seg(when(draft.made, now), 'answer')],
    written(draft, width - column - 11),
  ];
  const rows = bars(all, 10, Math.max(4, column - 18)).map((row, index): Row => {
    const gap = seg(' '.repeat(Math.max(2, column - rowWidth(row))));
    return [seg(' '), ...row, ...(width >= 60 ? [gap, ...(facts[index] ?? [])] : [])];
  });
  return [[], [seg(` ${draft.title}`, 'bold')], ...rows];
}

function written({ written: path, readFrom }: DraftSummary, room: number): Row {
  if (path) return [seg('written   '), seg(truncateStart(path, room), 'answer')];
  if (readFrom) return [seg('read from '), seg(truncateStart(readFrom, room), 'answer')];
  return [seg('written   '), seg('not yet', 'dim')];
}
