import { type Hint, hintRow, titledRule } from '../../frame.ts';
import { cut, type Row, rowWidth, seg, type Tone } from '../../row.ts';
import { signs } from '../../theme.ts';
import { openTitle } from '../page/title.ts';
import { sourceOf } from '../state/source.ts';
import type { State } from '../state/state.ts';
import { geometryOf } from './geometry.ts';
import { isPopUp } from './pop-up.ts';
import { textRows } from './text.ts';

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
