import { severities } from '../../../fields/issue.ts';
import { memoBy } from '../../../memo.ts';
import { countBySeverity } from '../../../review/issue-names.ts';
import { type PageState, titleOf } from '../../../review/progress.ts';
import { valueAt } from '../../../review/review.ts';
import { displayWidth, truncate } from '../../../text/width.ts';
import { type Hint, hintRow, titledRule } from '../../frame.ts';
import { cut, type Row, rowWidth, type Segment, seg, spread, type Tone } from '../../row.ts';
import { signs } from '../../theme.ts';
import { openTitle } from '../page/title.ts';
import { pageCount, percent, progressFor } from '../state/progress.ts';
import { sourceOf } from '../state/source.ts';
import { pageOf, pagesOf, type State } from '../state/state.ts';
import { severityTone } from './blocks/issues.ts';
import { geometryOf } from './geometry.ts';
import { isPopUp } from './pop-up.ts';
import { markOfPage, problemCount } from './problem-marks.ts';
import { shown, textRows } from './text.ts';

const two = (number: number): string => String(number).padStart(2, '0');
const clock = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

function savedWords(state: State): Segment {
  const { saved, lock } = state;
  if (lock) {
    // On a narrow screen the page's name comes first: a key that would change something says who has it open.
    const since = `, open in ${shown(lock.who)}${lock.since ? ` since ${clock(lock.since)}` : ''}${lock.idleMinutes > 0 ? `, idle for ${lock.idleMinutes} min` : ''}`;
    return seg(`READ-ONLY${geometryOf(state.size).columns < 72 ? '' : since}`, 'high');
  }
  if (saved.is === 'failed') return seg('NOT SAVED', 'error');
  if (saved.is === 'never') return seg('example, not saved', 'accent');
  const isWide = geometryOf(state.size).columns >= 72;
  return seg(saved.at && isWide ? `saved ${clock(saved.at)}` : 'saved', 'dim');
}

const answerWords = (state: State, field: string): string => {
  const value = valueAt(state.history.present, { field });
  return typeof value === 'string' ? shown(value.trim()) : '';
};

/** The top line: what is open, its facts, whether it is saved. Errors, verdict and saving are the last to go. */
export function headerRow(state: State): Row {
  const { columns, rail } = geometryOf(state.size);
  const room = columns - 1;
  const right = facts(state, room, Math.min(rowWidth(leftInBrief(state)) + apart, Math.floor(columns / 2)));
  const left =
    rail > 0
      ? titleWords(state)
      : crumbs(state, room - rowWidth(right) - (columns < 60 ? apartOnNarrow : apart));
  return spread([seg(' '), ...left], right, columns);
}

/** Columns between what is open and its facts, so that neither is read as a part of the other. */
const apart = 3;
const apartOnNarrow = 2;

/** What is open, in so few words that lesser facts give way to it. */
function leftInBrief(state: State): Row {
  const { rail, ruled } = geometryOf(state.size);
  if (rail > 0) return titleWords(state).slice(0, 1);
  // The rule below has the name of the page, too.
  return [seg(ruled ? '10/14' : openTitle(state).title)];
}

/** The same in full, without counts. */
function openInFull(state: State): Row {
  if (geometryOf(state.size).rail > 0) return titleWords(state).slice(0, 1);
  return [seg(openTitle(state).title)];
}

/**
 * The facts that have room: whether it is saved, errors, the verdict; then, where what is open has its `left` columns
 * as well, the counts, the worse before the lesser.
 */
function facts(state: State, width: number, left: number): Row {
  // Finish counts what is missing, too: two counts would contradict one another.
  const checked = state.overlay?.type === 'finish' ? null : problemCount(state);
  const saved = savedWords(state);
  const said = answerWords(state, 'recommendation');
  const gap = geometryOf(state.size).columns < 60 ? apartOnNarrow : apart;
  const verdict: Row = said ? [seg(said, 'bold'), seg(' '.repeat(gap))] : [];
  let room = width - rowWidth([saved]) - 1;
  const kept = (row: Row): Row => {
    const fits = rowWidth(row) <= room;
    if (fits) room -= rowWidth(row);
    return fits ? row : [];
  };
  const isWide = !checked || rowWidth([checked.long, ...verdict]) + left <= room;
  const wrong = kept(checked ? [isWide ? checked.long : checked.short] : []);
  const decided = kept(verdict);
  room -= left;
  const counts = countBySeverity(state.history.present);
  const all = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => seg(`${counts[severity]} ${severity}  `, severityTone[severity]));
  // A lesser count without the worse one would read as if there were none of those.
  const most = all.findIndex((_, index) => rowWidth(all.slice(0, index + 1)) > room);
  const found = kept(most < 0 ? all : all.slice(0, most));
  room -= Math.max(0, rowWidth(openInFull(state)) + gap - left);
  const done = kept([seg(`${percent(state)}  `)]);
  return [...decided, ...wrong, ...found, ...done, saved, seg(' ')];
}

function titleWords(state: State): Row {
  const reviewer = answerWords(state, 'reviewer');
  return [
    seg(titleOf(state.template.title, state.history.present), 'bold'),
    ...(reviewer ? [seg(` · ${reviewer}`)] : []),
  ];
}

/** Where one is, when there is no room for the rail: the longest way to say it that has room. */
function crumbs(state: State, room: number): Row {
  const pages = pagesOf(state);
  const page = pageOf(state);
  const { ruled } = geometryOf(state.size);
  // Without a rule the header has the name of what is open.
  const title = seg((ruled ? page?.title : openTitle(state).title) ?? '', 'bold');
  const place = `${page ? pages.indexOf(page) + 1 : 0}`;
  const short = seg(`${place}/${pages.length}`, 'dim');
  const ways: Row[] = [
    [title, seg(`  ${place} of ${pages.length} pages`, 'dim')],
    [title, seg('  '), short],
    [title],
    [short],
  ];
  const fits = (row: Row): boolean => rowWidth(row) <= room;
  // A name that stands nowhere else loses its last words rather than all.
  return (
    ways.slice(0, ruled ? 4 : 3).find(fits) ?? (ruled ? [] : [seg(firstWords(title.text, room), 'bold')])
  );
}

/** As many of the words as fit; of a word that is too long alone, its beginning. */
function firstWords(text: string, width: number): string {
  const words = text.split(' ');
  const fitting = words.map((_, at) => words.slice(0, words.length - at).join(' '));
  return fitting.find((some) => displayWidth(some) <= width) ?? truncate(text, width);
}

const sign: Record<PageState, Segment> = {
  complete: seg(signs.complete, 'done'),
  begun: seg(signs.begun, 'accent'),
  untouched: seg(signs.untouched, 'dim'),
  attention: seg(signs.attention, 'high'),
};

/** What decides the rail. */
const railGiven = ({ template, history, page, size, checked, external }: State): unknown[] => [
  ...[template, history.present, page, size, checked, external],
];

/** The rail: every page with its state and its count. */
export const railRows = memoBy(railGiven, (state: State): Row[] => {
  const { rail, height } = geometryOf(state.size);
  const { pages } = progressFor(state);
  const lines = pagesOf(state).map((page): Row => {
    const here = page.id === state.page;
    const progress = pages.get(page.id);
    const number = pageCount(state, page);
    const left: Row = [
      here ? seg(signs.focus, 'accent') : seg(' '),
      markOfPage(state, page.id) ?? sign[progress?.state ?? 'untouched'],
      seg(` ${page.title}`, here ? 'bold' : 'plain'),
    ];
    return spread(left, [seg(` ${number} `, 'dim')], rail - 2);
  });
  // A screen with fewer rows than pages shows those around the one that is open.
  const at = pagesOf(state).findIndex((page) => page.id === state.page);
  const from = Math.max(0, Math.min(at - Math.floor(height / 2), lines.length - height));
  return lines.slice(from, from + height);
});

/** The rule below the header, with the titles of what is below it; a draft that could not be saved takes it, and stays. */
export function topRule(state: State, spoken = false): Row {
  const [first] = unsavedRows(state);
  if (first === undefined) return titlesRule(state, spoken);
  return cut([seg(` ${first}`, 'error')], geometryOf(state.size).columns);
}

/**
 * What is said while the draft cannot be saved: the first row in the upper rule, the rest in the lower one, which small
 * screens do without. Where there is no room for all of it, the folders of a path go first, then what is the same
 * each time, then the remedy.
 */
function unsavedRows(state: State): string[] {
  const { columns, ruled } = geometryOf(state.size);
  if (state.saved.is !== 'failed') return [];
  const why = `! Not saved: ${state.saved.what.replace(/^could not be saved: /, '')}`;
  const brief = why.replace(/(?:\/[^/\s]+)+(?=\/[^/\s])/g, '…');
  const remedy = `${state.saved.remedy}.`;
  const goesOn = 'Editing goes on, saving is tried again.';
  const ways = [`${why}; ${remedy} ${goesOn}`, `${brief}; ${remedy} ${goesOn}`, `${brief}; ${remedy}`, brief];
  const all = ways.map((words) => textRows(words, columns - 2).map((row) => row.trimEnd()));
  const most = ruled ? 2 : 1;
  return all.find((rows) => rows.length <= most) ?? [brief];
}

/**
 * The rule above the hints, and the hints. What there is to say stands in the rule; a longer notice takes the
 * place of the hints and of as many rows of the page as it needs: it is gone with the next key.
 */
export function bottomRows(state: State, hints: readonly Hint[]): Row[] {
  const { ruled } = geometryOf(state.size);
  const said = noticeLines(state);
  const rest = said.length > 1 ? [] : [hintRow(hints, geometryOf(state.size).columns)];
  if (!ruled) return said.length > 0 ? said : rest;
  const plain = state.overlay?.type === 'prompt' ? promptRule(state, hints) : rule(state, '┴');
  const [, more] = unsavedRows(state);
  const standing = more
    ? cut([seg(` ${more}`, 'error')], geometryOf(state.size).columns)
    : [seg(plain, 'dim')];
  const first: Row[] = said.length > 0 ? said : [standing];
  return [...first, ...rest];
}

/** A question has the place of the hints: its own stand in the rule. */
function promptRule(state: State, hints: readonly Hint[]): string {
  const { columns } = geometryOf(state.size);
  const words = hints.map(({ keys, does }) => `${keys} ${does}`);
  return `─ ${words.join('   ')} `.padEnd(columns, '─').slice(0, columns);
}

function noticeLines(state: State): Row[] {
  const { columns, rows } = geometryOf(state.size);
  // Where the report is to be written, what went wrong is said beside the path.
  if (!state.notice || (state.overlay?.type === 'finish' && state.notice.tone === 'error')) return [];
  const tone = state.notice.tone === 'error' ? 'error' : 'accent';
  const all = textRows(state.notice.text, columns - 4);
  return all.slice(0, Math.max(1, rows - 4)).map((row, index): Row => {
    const words = seg(` ${row.trimEnd()} `, tone);
    if (index > 0) return [seg(' '), words];
    return [seg('─', 'dim'), words, seg('─'.repeat(Math.max(0, columns - 1 - rowWidth([words]))), 'dim')];
  });
}

/** `─ Pages ────┬ Executive Summary ──── 3 of 3 ─┬ Report ─────`; over the page, what lies there has its own title. */
function titlesRule(state: State, spoken: boolean): Row {
  const { columns, rail, aside, middle } = geometryOf(state.size);
  if (over(state)) return [seg(signs.rule.repeat(columns), 'dim')];
  const { title, count } = openTitle(state);
  if (spoken) return titledRule(title, count, middle, 'heading');
  const meets = (name: string, facts: string, room: number, tone: Tone): Row => [
    seg('┬ ', 'dim'),
    ...titledRule(name, facts, room, tone).slice(1),
  ];
  return [
    ...(rail > 0
      ? [...titledRule('Pages', '', rail - 2, 'plain'), ...meets(title, count, middle + 2, 'heading')]
      : titledRule(title, count, middle, 'heading')),
    ...(aside > 0 ? meets(sourceOf(state) ? 'Source' : 'Report', '', aside, 'plain') : []),
  ];
}

/** Whether something has the place of the page and its rail. */
const over = (state: State): boolean =>
  state.overlay !== null && state.overlay.type !== 'prompt' && !isPopUp(state);

/** A rule that meets those beside the page. */
function rule(state: State, cross: string): string {
  const { columns, rail, aside } = geometryOf(state.size);
  const across = '─'.repeat(columns).split('');
  if (rail > 0 && !over(state)) across[rail - 2] = cross;
  if (aside > 0 && !over(state)) across[columns - aside] = cross;
  return across.join('');
}
