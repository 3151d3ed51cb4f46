import { truncateStart } from '../../../../text/width.ts';
import { type Row, seg } from '../../../row.ts';
import { noteLabel } from '../../page/page.ts';
import { textAt } from '../../page/text.ts';
import { type Block, isFocused } from '../../page/view.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, label, textRows, wordRows } from '../text.ts';
import type { TextBox } from './field.ts';

export function headingRows(state: State, block: Extract<Block, { type: 'heading' }>): Row[] {
  const { width } = geometryOf(state.size);
  return wordRows(block.title, width - 3, 'heading').map((line) => [seg('  '), ...line]);
}

export function quoteRows(state: State, text: string): Row[] {
  const { width } = geometryOf(state.size);
  return wordRows(text.replace(/^> ?/gm, ''), width - 3, 'dim').map((line) => [seg('  '), ...line]);
}

export const noteBox = (state: State): TextBox => ({
  x: 2,
  y: 1,
  width: Math.max(8, geometryOf(state.size).width - 4),
});

export function noteRows(state: State, block: Extract<Block, { type: 'note' }>): Row[] {
  const focused = isFocused(state, block);
  const text = focused && state.buffer ? state.buffer.text : textAt(state, block);
  const rows =
    text === ''
      ? [[seg('nothing: it leaves the report', 'dim')]]
      : textRows(text, noteBox(state).width).map((row) => [seg(row, 'answer')]);
  return [
    [
      bar(focused),
      label(noteLabel, focused),
      seg('  kept from the report that was read; printed at the end of this section', 'dim'),
    ],
    ...rows.map((row): Row => [bar(focused), ...row]),
  ];
}

export function finishRows(state: State, block: Block): Row[] {
  const focused = isFocused(state, block);
  const { written } = state.facts;
  const words = 'Finish review: write the report';
  const done = '   written to ';
  const room = geometryOf(state.size).width - words.length - done.length - 3;
  return [
    [
      bar(focused),
      seg(words, focused ? 'heading' : 'plain'),
      ...(written && room > 0 ? [seg(`${done}${truncateStart(written.path, room)}`, 'dim')] : []),
    ],
  ];
}
