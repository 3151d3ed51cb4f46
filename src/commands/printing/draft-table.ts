import type { DraftSummary } from '../../drafts/store/summary.ts';
import { localDate } from '../../repository/suggestions.ts';
import { countsInWords } from '../../review/issue-names.ts';
import { oneLine, visible } from '../../text/clean.ts';
import { inColumns } from './columns.ts';

/**
 * Drafts as an aligned table: id, title with version, progress, issues, last edit in local time, verdict.
 * @param timeOf how a time is written
 */
export function draftTable(drafts: DraftSummary[], timeOf = localMinute): string {
  const rows = drafts.map((draft) => [
    draft.id,
    shown(draft.title),
    `${Math.floor(draft.progress * 100)}%`.padStart(4),
    countsInWords(draft.counts),
    timeOf(new Date(draft.edited)),
    shown([draft.verdict, draft.written ? 'written' : ''].filter(Boolean).join(', ')),
  ]);
  return inColumns(rows)
    .map((row) => `${row}\n`)
    .join('');
}

const shown = (text: string) => visible(oneLine(text).text);

function localMinute(moment: Date): string {
  return `${localDate(moment)} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

/** Earlier states of one draft may be of the same minute. */
export const localSecond = (moment: Date): string => `${localMinute(moment)}:${two(moment.getSeconds())}`;

const two = (n: number): string => `${n}`.padStart(2, '0');
