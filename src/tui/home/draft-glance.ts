import type { DraftSummary } from '../../drafts/store/summary.ts';
import { severities } from '../../fields/issue.ts';
import { truncateStart } from '../../text/width.ts';
import { bars, gauge } from '../bars.ts';
import { titledRule } from '../frame.ts';
import { cut, type Row, rowWidth, seg } from '../row.ts';
import { signs } from '../theme.ts';
import { tones } from './draft-row.ts';
import type { GlanceFacts } from './glance-facts.ts';
import { when } from './when.ts';

/** Rows that it takes, an empty one above it among them. */
export const glanceRows = severities.length + 2;

/** The chosen review at a glance, below the list: its issues as bars, how far it is, its verdict. */
export function draftGlance(
  draft: DraftSummary,
  facts: GlanceFacts | undefined,
  width: number,
  now: Date,
): Row[] {
  const all = severities.map((severity) => ({
    label: severity,
    count: draft.counts[severity],
    tone: tones[severity],
  }));
  const column = width >= 110 ? 26 : Math.min(40, Math.floor(width / 2));
  const share = facts && facts.checklist.total > 0 ? facts.checklist.answered / facts.checklist.total : 0;
  const begun: Row = [seg('begun     '), seg(when(draft.made, now), 'answer')];
  const file = written(draft, width - column - 11);
  const columns = Math.max(4, Math.min(20, width - column - 16));
  const left: Row[] = [
    [
      seg('answered  '),
      ...gauge(draft.progress, columns),
      seg(` ${Math.floor(draft.progress * 100)}%`, 'answer'),
    ],
    width >= 110
      ? [seg('checklist '), ...gauge(share, 20), seg(facts ? ` ${countOf(facts.checklist)}` : '', 'answer')]
      : [seg('verdict   '), draft.verdict ? seg(draft.verdict, 'answer') : seg('none yet', 'dim')],
    begun,
    file,
  ];
  const right: Row[] = width >= 110 && facts ? [nextRow(facts), problemRow(facts)] : [];
  const room = width - column - 47;
  const said = left.map((row, index): Row => {
    const more = right[index];
    return more ? [...row, seg(' '.repeat(Math.max(2, 44 - rowWidth(row)))), ...cut(more, room)] : row;
  });
  const rows = bars(all, 10, Math.max(4, column - 18)).map((row, index): Row => {
    const gap = seg(' '.repeat(Math.max(2, column - rowWidth(row))));
    return [seg(' '), ...row, ...(width >= 60 ? [gap, ...(said[index] ?? [])] : [])];
  });
  return [[], titledRule(draft.title, '', width, 'bold'), ...rows];
}

const countOf = ({ answered, total }: GlanceFacts['checklist']): string => `${answered} of ${total}`;

const nextRow = ({ next }: GlanceFacts): Row =>
  next === '' ? [seg('every field is answered', 'dim')] : [seg('next  ', 'dim'), seg(next)];

function problemRow({ problem }: GlanceFacts): Row {
  if (!problem) return [];
  const isError = problem.level === 'error';
  return [
    seg(`${isError ? signs.error : signs.attention} `, isError ? 'critical' : 'high'),
    seg(problem.what),
  ];
}

function written({ written: path, readFrom }: DraftSummary, room: number): Row {
  if (path) return [seg('written   '), seg(truncateStart(path, room), 'answer')];
  if (readFrom) return [seg('read from '), seg(truncateStart(readFrom, room), 'answer')];
  return [seg('written   '), seg('not yet', 'dim')];
}
