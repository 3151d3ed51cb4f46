import { severities } from '../../../fields/issue.ts';
import { countBySeverity } from '../../../review/issue-names.ts';
import { titleOf } from '../../../review/progress.ts';
import { valueAt } from '../../../review/review.ts';
import { displayWidth, truncate } from '../../../text/width.ts';
import { type Row, rowWidth, type Segment, seg, spread } from '../../row.ts';
import { openTitle } from '../page/title.ts';
import { percent } from '../state/progress.ts';
import { pageOf, pagesOf, type State } from '../state/state.ts';
import { severityTone } from './blocks/issues.ts';
import { geometryOf } from './geometry.ts';
import { problemCount } from './problem-marks.ts';
import { shown } from './text.ts';

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
