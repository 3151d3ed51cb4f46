import { severities } from '../../fields/issue.ts';
import { displayWidth, padEnd, truncate } from '../../text/width.ts';
import { gauge } from '../bars.ts';
import { sizeInWords } from '../large-draft.ts';
import { cut, type Row, rowWidth, seg, type Tone } from '../row.ts';
import { signs } from '../theme.ts';
import type { HomeDraft } from './home-drafts.ts';
import { when } from './when.ts';

/** Columns of the list of drafts, as wide as what is in them needs and the screen has. 0: not shown. */
export interface Columns {
  width: number;
  title: number;
  reviewer: number;
  bar: number;
  /** The verdict, in a column of its own. */
  verdict: number;
}

const gap = 3;
/** The share: " 62%", "done". */
const percent = 4;
const leastTitle = 10;
/** What stands in the place of the date of a draft that another window has open. */
const openThere = 'open there';

export function columnsOf(all: readonly HomeDraft[], width: number, now: Date): Columns {
  const drafts = all.filter(({ unread }) => unread === undefined);
  const widest = (columns: (draft: HomeDraft) => number): number => Math.max(0, ...drafts.map(columns));
  const state = Math.min(
    width >= 130 ? 40 : 20,
    widest((draft) => rowWidth(stateOf(draft, width))),
  );
  const date = Math.max(
    openThere.length,
    widest((draft) => displayWidth(dateOf(draft, width, now))),
  );
  const verdict =
    width >= 110
      ? Math.min(
          20,
          widest((draft) => displayWidth(draft.verdict)),
        )
      : 0;
  const bar = width >= 110 ? 20 : width >= 92 ? 10 : 0;
  let rest =
    width - 3 - (bar > 0 ? bar + 1 : 0) - percent - gap - state - 2 - date - (verdict > 0 ? verdict + 3 : 0);
  const named = Math.min(
    width >= 100 ? 20 : 12,
    widest((draft) => displayWidth(draft.reviewer)),
  );
  const title = widest((draft) => displayWidth(draft.title));
  // The reviewer goes before a title is cut to nothing.
  const reviewer = named > 0 && rest - gap - (named + gap) >= Math.min(title, leastTitle + 6) ? named : 0;
  if (reviewer > 0) rest -= reviewer + gap;
  return { width, title: Math.min(title, Math.max(leastTitle, rest - gap)), reviewer, bar, verdict };
}

/** `❯ Sanctum v1.4.2   Ada Park   ██████░░░░ 62%   2 critical  4 high        today 12:04` */
export function draftRow(
  draft: HomeDraft,
  columns: Columns,
  chosen: boolean,
  now: Date,
  elsewhere = false,
): Row {
  const { width, title, reviewer, bar, verdict } = columns;
  if (draft.unread !== undefined) return unreadRow(draft.id, draft.unread, width, chosen);
  const share = Math.max(0, Math.min(1, draft.progress));
  const left: Row = [
    seg(chosen ? `${signs.pick} ` : '  ', 'accent'),
    seg(padEnd(truncate(draft.title, title), title + gap), chosen ? 'bold' : 'plain'),
    ...(reviewer ? [seg(padEnd(truncate(draft.reviewer, reviewer), reviewer + gap))] : []),
    ...(bar ? [...gauge(share, bar), seg(' ')] : []),
    share >= 1 ? seg('done', 'done') : seg(`${Math.floor(share * 100)}%`.padStart(percent)),
    seg(' '.repeat(gap)),
  ];
  const date = elsewhere ? seg(openThere, 'high') : seg(dateOf(draft, width, now), 'dim');
  const said: Row = verdict
    ? [seg('  '), seg(padEnd(truncate(draft.verdict, verdict), verdict), verdictTone(draft)), seg(' ')]
    : [];
  const room = Math.max(0, width - rowWidth(left) - rowWidth(said) - rowWidth([date]) - 2);
  const state = cut(stateOf(draft, width), room);
  const line = [...left, ...state, seg(' '.repeat(room - rowWidth(state))), ...said, seg(' '), date];
  return cut(line, width);
}

/** `❯ k3x9q2   67 MiB, not read yet` */
const unreadRow = (id: string, size: number, width: number, chosen: boolean): Row =>
  cut(
    [
      seg(chosen ? `${signs.pick} ` : '  ', 'accent'),
      seg(id, chosen ? 'bold' : 'plain'),
      seg(`${' '.repeat(gap)}${sizeInWords(size)}, not read yet`, 'dim'),
    ],
    width,
  );

function dateOf(draft: HomeDraft, width: number, now: Date): string {
  const date = when(draft.edited, now);
  if (width < 60) return date.replace(/ \d\d:\d\d$/, '');
  return draft.written && width >= 100 ? `${date}, written` : date;
}

/** The verdict of a written one, else what was found so far, the worst first. */
function stateOf(draft: HomeDraft, width: number): Row {
  if (width < 60) return [];
  if (width < 110 && draft.written && draft.verdict) return [seg(draft.verdict, verdictTone(draft))];
  return counts(draft, width >= 130 ? 4 : 2);
}

const verdictTone = (draft: HomeDraft): Tone => (draft.verdict === 'GO' ? 'done' : 'high');

export const tones = { critical: 'critical', high: 'high', medium: 'medium', low: 'low' } as const;

function counts(draft: HomeDraft, most: number): Row {
  return severities
    .filter((severity) => draft.counts[severity] > 0)
    .slice(0, most)
    .flatMap((severity, index) => [
      ...(index > 0 ? [seg('  ')] : []),
      seg(`${draft.counts[severity]} ${severity}`, tones[severity]),
    ]);
}
