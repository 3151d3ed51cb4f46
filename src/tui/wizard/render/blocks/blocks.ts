import { deltaSectionOf } from '../../../../review/previous/delta-section.ts';
import type { Row } from '../../../row.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { problemsAt } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';
import { entryDependencies, itemRows, labelRows, textEntryRows } from './entries.ts';
import { fieldDependencies, fieldRows } from './field.ts';
import { derivedDependencies, derivedRows, previousIssueRows } from './follow-up.ts';
import { finishRows, headingRows, noteRows, quoteRows } from './headings.ts';
import { addRows, entryRows, issueHeight, issueOf, issueRows, moreRows, severityRows } from './issues.ts';
import { linkedNames, linkRows } from './links.ts';
import { summaryDependencies, summaryRows } from './summary.ts';

/** How a type of block looks: its lines, and what decides them. */
interface Look<P extends Block> {
  lines(state: State, block: P): Row[];
  /** The lines are made anew when one of these is not the same as before. */
  given(state: State, block: P): unknown[];
  /** The number of lines, where that is known without making them. */
  height?(state: State, block: P): number;
}

type Looks = { [Type in Block['type']]: Look<Extract<Block, { type: Type }>> };

const focus = (state: State, block: Block) => isFocused(state, block);

const looks: Looks = {
  heading: { lines: headingRows, given: (state) => [state.size] },
  quote: { lines: (state, block) => quoteRows(state, block.text), given: (state) => [state.size] },
  words: { lines: (state, block) => quoteRows(state, block.text), given: (state) => [state.size] },
  counts: { lines: summaryRows, given: summaryDependencies },
  derived: { lines: derivedRows, given: derivedDependencies },
  field: { lines: fieldRows, given: fieldDependencies },
  label: { lines: labelRows, given: entryDependencies },
  row: { lines: textEntryRows, given: entryDependencies },
  item: { lines: itemRows, given: entryDependencies },
  issue: {
    lines: issueRows,
    given: (state, block) => [
      state.size,
      focus(state, block),
      issueOf(state, block),
      problemsAt(state, block.key),
    ],
    height: issueHeight,
  },
  entry: {
    lines: (state, block) => previousIssueRows(state, block) ?? entryRows(state, block),
    // The columns of an entry are those of all; one of the delta shows the numbers of issues.
    given: (state, block) => [
      state.size,
      focus(state, block),
      state.history.present.items[block.list],
      deltaSectionOf(state.template)?.list.id === block.list && state.history.present.issues,
      block.item,
      itemAbout(state, block),
      problemsAt(state, block.key),
    ],
  },
  about: {
    lines: linkRows,
    given: (state, block) => [state.size, focus(state, block), state.history.present],
  },
  'add-issue': {
    lines: (state, block) => addRows(state, block, 'add an issue'),
    given: (state, block) => [focus(state, block)],
  },
  'add-entry': {
    lines: (state, block) => addRows(state, block, 'add one'),
    given: (state, block) => [focus(state, block)],
  },
  severity: {
    lines: severityRows,
    given: (state, block) => [
      state.size,
      focus(state, block),
      issueOf(state, block)?.severity,
      state.judged,
      problemsAt(state, block.key),
    ],
  },
  more: {
    lines: moreRows,
    given: (state, block) => [state.size, focus(state, block), state.more, issueOf(state, block)],
  },
  note: {
    lines: noteRows,
    given: (state, block) => [
      state.size,
      focus(state, block),
      state.buffer,
      state.history.present.notes,
      state.history.present.issues,
    ],
  },
  finish: {
    lines: finishRows,
    given: (state, block) => [focus(state, block), state.facts.written],
  },
};

/** Numbers of issues change without the item. */
const itemAbout = (state: State, { list, item }: Extract<Block, { type: 'entry' }>): string => {
  const one = state.history.present.items[list]?.find(({ id }) => id === item);
  return one ? linkedNames(state, one) : '';
};

const known = new WeakMap<Block, { given: unknown[]; lines: Row[] }>();

const lookOf = (block: Block) => looks[block.type] as unknown as Look<Block>;

/** The lines of a block; the same array as before while nothing that decides them has changed. */
export function rowsOfBlock(state: State, block: Block): Row[] {
  const look = lookOf(block);
  const given = look.given(state, block);
  const before = known.get(block);
  if (before?.given.every((one, index) => one === given[index])) return before.lines;
  const lines = look.lines(state, block);
  known.set(block, { given, lines });
  return lines;
}

/** The rows that a block takes on the screen, without the empty ones above it. */
export function heightOf(state: State, block: Block): number {
  const look = lookOf(block);
  return look.height ? look.height(state, block) : rowsOfBlock(state, block).length;
}
