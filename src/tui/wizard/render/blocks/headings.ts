import { truncateStart } from '../../../../text/width.ts';
import { type Line, seg, spread } from '../../../line.ts';
import { textAt } from '../../page/text.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { progressFor } from '../../state/progress.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, textRows, wordRows } from '../text.ts';
import type { TextBox } from './field.ts';

export function titleLines(state: State, piece: Extract<Block, { type: 'title' }>): Line[] {
  const { width } = geometryOf(state.size);
  return [spread([seg('  '), seg(piece.title, 'bold')], [seg(titleCount(state), 'dim')], width - 1)];
}

/** "3/4" of the page that is open; nothing where nothing is counted. */
export function titleCount(state: State): string {
  if (state.open) return 'Esc back to the list';
  const page = progressFor(state).pages.get(state.page);
  return page && page.total > 0 ? `${page.answered}/${page.total}` : '';
}

export function headingLines(state: State, piece: Extract<Block, { type: 'heading' }>): Line[] {
  const { width } = geometryOf(state.size);
  return wordRows(piece.title, width - 3, 'bold').map((line) => [seg('  '), ...line]);
}

export function quoteLines(state: State, text: string): Line[] {
  const { width } = geometryOf(state.size);
  return wordRows(text.replace(/^> ?/gm, ''), width - 3, 'dim').map((line) => [seg('  '), ...line]);
}

export const noteBox = (state: State): TextBox => ({
  x: 2,
  y: 1,
  width: Math.max(8, geometryOf(state.size).width - 4),
});

export function noteLines(state: State, piece: Extract<Block, { type: 'note' }>): Line[] {
  const focused = isFocused(state, piece);
  const text = focused && state.buffer ? state.buffer.text : textAt(state, piece);
  const rows =
    text === ''
      ? [[seg('nothing: it leaves the report', 'dim')]]
      : textRows(text, noteBox(state).width).map((row) => [seg(row, 'answer')]);
  return [
    [
      bar(focused),
      seg('Note'),
      seg('  kept from the report that was read; printed at the end of this section', 'dim'),
    ],
    ...rows.map((row): Line => [bar(focused), ...row]),
  ];
}

export function finishLines(state: State, piece: Block): Line[] {
  const focused = isFocused(state, piece);
  const { written } = state.facts;
  const words = 'Finish review: write the report';
  const done = '   written to ';
  const room = geometryOf(state.size).width - words.length - done.length - 3;
  return [
    [
      bar(focused),
      seg(words, focused ? 'accent' : 'plain'),
      ...(written && room > 0 ? [seg(`${done}${truncateStart(written.path, room)}`, 'dim')] : []),
    ],
  ];
}
