import { changedInWords, titleInWords } from '../../compare/change-wording.ts';
import type { Comparison } from '../../compare/compare.ts';
import { type Became, became, becameOf, type IssueChange } from '../../compare/issues/issue-changes.ts';
import { oneLine, visible } from '../../text/clean.ts';
import { widestOf } from '../../text/widest.ts';
import { padEnd } from '../../text/width.ts';
import { wrapped } from '../../text/wrap.ts';
import { answerBlocks, headBlock } from './comparison-answers.ts';

/** Where the output is no terminal, lines are as long as on a small one. */
const usualWidth = 80;
const leastWidth = 60;
const mostWidth = 120;

/** A comparison for people: what became of the issues, then what else is not as it was. Empty when nothing is. */
export function comparisonTable(comparison: Comparison, columns = usualWidth): string {
  if (comparison.same) return '';
  const width = Math.max(leastWidth, Math.min(columns, mostWidth));
  const blocks = [
    headBlock(comparison, width),
    ...became.map((one) => issueBlock(comparison.issues, one, width)),
    ...answerBlocks(comparison, width),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const words: Record<Became, string> = {
  regressed: 'regressed',
  new: 'new',
  downgraded: 'of a lower severity',
  reworded: 'still open but reworded',
  unchanged: 'still open',
  resolved: 'resolved',
  'not-mentioned': 'not mentioned in the new review',
  accepted: 'accepted as a risk',
  undecided: 'gone, but not decided in the new review',
};

/** "1 new, 2 still open, 1 resolved"; empty without issues. */
export const outcomesInWords = ({ issues }: Comparison): string =>
  became
    .map((one) => ({ one, count: issues.filter((issue) => becameOf(issue) === one).length }))
    .filter(({ count }) => count > 0)
    .map(({ one, count }) => `${count} ${words[one]}`)
    .join(', ');

/** The names are as wide as "CRITICAL-12 → CRITICAL-12" at most, so that the titles stand below one another. */
function issueBlock(issues: IssueChange[], one: Became, width: number): string[] {
  const own = issues.filter((issue) => becameOf(issue) === one);
  if (own.length === 0) return [];
  const names = widestOf(own.map(nameOf));
  const indent = names + 4;
  const lines = own.flatMap((issue) => {
    const { title } = issue.new ?? issue.old ?? { title: '' };
    const rows = [titleInWords(shown(title)), ...notesOf(issue)].flatMap((text) =>
      wrapped(text, width - indent),
    );
    const [first = '', ...rest] = rows;
    return [
      `  ${padEnd(nameOf(issue), names)}  ${first}`,
      ...rest.map((row) => `${' '.repeat(indent)}${row}`),
    ];
  });
  return [`${own.length} ${words[one]}`, ...lines];
}

function nameOf({ old, new: now }: IssueChange): string {
  if (!old || !now) return (old ?? now)?.name ?? '';
  return old.name === now.name ? now.name : `${old.name} → ${now.name}`;
}

function notesOf({ new: now, because, changed, match, perhaps }: IssueChange): string[] {
  const notes = [
    because === 'back' ? 'a previous review resolved it' : '',
    changedInWords(changed),
    match?.certainty === 'likely' ? `likely the same issue (${Math.round(match.score)} of 100)` : '',
    perhaps
      ? `perhaps ${perhaps.issue.name} of the ${now ? 'earlier' : 'new'} review: ${perhaps.reason} (${Math.round(perhaps.score)} of 100)`
      : '',
  ];
  return notes.filter((note) => note !== '').map((note) => `· ${note}`);
}

const shown = (text: string) => visible(oneLine(text).text);
