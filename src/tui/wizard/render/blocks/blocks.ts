import { deltaSectionOf } from '../../../../review/previous/delta-section.ts';
import type { Line } from '../../../line.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { problemsAt } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';
import { itemLines, labelLines, rowGiven, rowLines } from './entries.ts';
import { fieldGiven, fieldLines } from './field.ts';
import { candidateLines, derivedGiven, derivedLines } from './follow-up.ts';
import { finishLines, headingLines, noteLines, quoteLines, titleCount, titleLines } from './headings.ts';
import {
  addLines,
  entryLines,
  issueById,
  issueHeight,
  issueLines,
  moreLines,
  severityLines,
} from './issues.ts';
import { aboutLines, aboutWords } from './links.ts';
import { glanceGiven, glanceLines } from './summary.ts';

/** How a type of piece looks: its lines, and what decides them. */
interface Look<P extends Block> {
  lines(state: State, piece: P): Line[];
  /** The lines are made anew when one of these is not the same as before. */
  given(state: State, piece: P): unknown[];
  /** The number of lines, where that is known without making them. */
  height?(state: State, piece: P): number;
}

type Looks = { [Type in Block['type']]: Look<Extract<Block, { type: Type }>> };

const focus = (state: State, piece: Block) => isFocused(state, piece);

const looks: Looks = {
  title: { lines: titleLines, given: (state) => [state.size, titleCount(state)] },
  heading: { lines: headingLines, given: (state) => [state.size] },
  quote: { lines: (state, piece) => quoteLines(state, piece.text), given: (state) => [state.size] },
  words: { lines: (state, piece) => quoteLines(state, piece.text), given: (state) => [state.size] },
  counts: { lines: glanceLines, given: glanceGiven },
  derived: { lines: derivedLines, given: derivedGiven },
  field: { lines: fieldLines, given: fieldGiven },
  label: { lines: labelLines, given: rowGiven },
  row: { lines: rowLines, given: rowGiven },
  item: { lines: itemLines, given: rowGiven },
  issue: {
    lines: issueLines,
    given: (state, piece) => [
      state.size,
      focus(state, piece),
      issueById(state, piece.issue),
      problemsAt(state, piece.key),
    ],
    height: issueHeight,
  },
  entry: {
    lines: (state, piece) => candidateLines(state, piece) ?? entryLines(state, piece),
    // The columns of an entry are those of all; one of the delta shows the numbers of issues.
    given: (state, piece) => [
      state.size,
      focus(state, piece),
      state.history.present.items[piece.list],
      deltaSectionOf(state.template)?.list.id === piece.list && state.history.present.issues,
      piece.item,
      itemAbout(state, piece),
      problemsAt(state, piece.key),
    ],
  },
  about: {
    lines: aboutLines,
    given: (state, piece) => [state.size, focus(state, piece), state.history.present],
  },
  'add-issue': {
    lines: (state, piece) => addLines(state, piece, 'add an issue'),
    given: (state, piece) => [focus(state, piece)],
  },
  'add-entry': {
    lines: (state, piece) => addLines(state, piece, 'add one'),
    given: (state, piece) => [focus(state, piece)],
  },
  severity: {
    lines: severityLines,
    given: (state, piece) => [
      state.size,
      focus(state, piece),
      issueById(state, piece.issue)?.severity,
      problemsAt(state, piece.key),
    ],
  },
  more: {
    lines: moreLines,
    given: (state, piece) => [state.size, focus(state, piece), state.more, issueById(state, piece.issue)],
  },
  note: {
    lines: noteLines,
    given: (state, piece) => [
      state.size,
      focus(state, piece),
      state.buffer,
      state.history.present.notes,
      state.history.present.issues,
    ],
  },
  finish: {
    lines: finishLines,
    given: (state, piece) => [focus(state, piece), state.facts.written],
  },
};

/** Numbers of issues change without the item. */
const itemAbout = (state: State, { list, item }: Extract<Block, { type: 'entry' }>): string => {
  const one = state.history.present.items[list]?.find(({ id }) => id === item);
  return one ? aboutWords(state, one) : '';
};

const known = new WeakMap<Block, { given: unknown[]; lines: Line[] }>();

const lookOf = (piece: Block) => looks[piece.type] as unknown as Look<Block>;

/** The lines of a piece; the same array as before while nothing that decides them has changed. */
export function linesOf(state: State, piece: Block): Line[] {
  const look = lookOf(piece);
  const given = look.given(state, piece);
  const before = known.get(piece);
  if (before?.given.every((one, index) => one === given[index])) return before.lines;
  const lines = look.lines(state, piece);
  known.set(piece, { given, lines });
  return lines;
}

/** The rows that a piece takes on the screen, without the empty ones above it. */
export function heightOf(state: State, piece: Block): number {
  const look = lookOf(piece);
  return look.height ? look.height(state, piece) : linesOf(state, piece).length;
}
