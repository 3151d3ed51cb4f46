import type { DraftSummary } from '../../drafts/store/summary.ts';
import { localDate } from '../../repository/suggestions.ts';
import { countsInWords } from '../../review/issue-names.ts';
import { oneLine, visible } from '../../text/clean.ts';
import { inColumns } from './columns.ts';

/** Drafts as an aligned table: id, title with version, progress, issues, last edit in local time, verdict. */
export function draftTable(drafts: DraftSummary[]): string {
  const rows = drafts.map((draft) => [
    draft.id,
    shown(draft.title),
    `${Math.floor(draft.progress * 100)}%`.padStart(4),
    countsInWords(draft.counts),
    localMinute(new Date(draft.edited)),
    shown([draft.verdict, draft.written ? 'written' : ''].filter(Boolean).join(', ')),
  ]);
  return inColumns(rows)
    .map((row) => `${row}\n`)
    .join('');
}

const shown = (text: string) => visible(oneLine(text).text);

function localMinute(moment: Date): string {
  const two = (n: number) => `${n}`.padStart(2, '0');
  return `${localDate(moment)} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
