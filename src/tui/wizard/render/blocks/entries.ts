import { problemOf } from '../../../../fields/kinds.ts';
import { answerAt, fieldKey } from '../../../../review/review.ts';
import { type Line, type Segment, seg } from '../../../line.ts';
import { controlOf } from '../../controls/controls.ts';
import { textAt } from '../../page/text.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { isWithin } from '../../state/focus.ts';
import { itemsOf, rowsOf } from '../../state/lookup.ts';
import { problemsAt } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, textRows, withRemarks, wordRows } from '../text.ts';
import type { TextBox } from './field.ts';
import { foundLines, marked } from './problems.ts';

type RowPiece = Extract<Block, { type: 'row' }>;
type ItemPiece = Extract<Block, { type: 'item' }>;
type LabelPiece = Extract<Block, { type: 'label' }>;

/** Columns before the text of a row: the bar, the bullet or number; of an item: its box. */
const rowIndent = (piece: RowPiece | ItemPiece): number =>
  piece.type === 'item' ? 6 : piece.field.ordered ? 6 : 4;

export const rowBox = (state: State, piece: RowPiece | ItemPiece): TextBox => {
  const x = rowIndent(piece);
  return { x, y: 0, width: Math.max(8, geometryOf(state.size).width - x - 2) };
};

/** The label above a list or a checklist, with what is wrong with it and how far it is. */
export function labelLines(state: State, piece: LabelPiece): Line[] {
  const { field, place } = piece;
  const given = answerAt(state.history.present, place);
  const { width } = geometryOf(state.size);
  const lines = wordRows(field.label || field.hint, width - 4, 'plain').map(
    (row): Line => [seg('  '), ...row],
  );
  const remarks: Segment[] = [];
  if (controlOf(field).entries === 'items') {
    const items = itemsOf(state.history.present, place, field);
    const done = items.filter((item) => item.done || item.notApplicable !== undefined).length;
    remarks.push(seg(`${done}/${items.length}`, 'dim'));
  } else if (!given && field.default !== undefined) remarks.push(seg('from the template', 'dim'));
  const found = problemsAt(state, fieldKey(place));
  const focused = isWithin(state.focus, place);
  if (given && 'value' in given && !(focused && found.length > 0)) {
    const wrong = problemOf(field, given.value);
    if (wrong) remarks.push(seg(`! ${wrong}`, 'error'));
  }
  const all = marked(withRemarks(lines, remarks, width - 1, [seg('    ')]), found);
  return focused ? [...all, ...foundLines(found, width, false)] : all;
}

/** One entry of a list or location. */
export function rowLines(state: State, piece: RowPiece): Line[] {
  const focused = isFocused(state, piece);
  const text = focused && state.buffer ? state.buffer.text : textAt(state, piece);
  const given = answerAt(state.history.present, piece.place);
  const width = rowBox(state, piece).width;
  const rows: Line[] =
    text === ''
      ? wordRows(emptyRow(state, piece, focused), width, 'dim')
      : textRows(text, width).map((row) => [seg(row, given ? 'answer' : 'plain')]);
  const number = piece.focus?.on === 'row' ? piece.focus.index + 1 : 1;
  const mark = piece.field.ordered ? `${number}.`.padEnd(4) : '• ';
  return rows.map((row, index) => [
    bar(focused),
    seg(index === 0 ? mark : ' '.repeat(mark.length), 'dim'),
    ...row,
  ]);
}

/** A default comes back when a list is left empty: how to say that there are none. */
function emptyRow(state: State, piece: RowPiece, focused: boolean): string {
  if (state.emptied?.alone && piece.field.default !== undefined) {
    return "left empty, the template's own entries hold; Alt+N says that there are none";
  }
  const first = focused && rowsOf(state.history.present, piece.place, piece.field).length === 0;
  return `${piece.field.hint || '…'}${first ? '   type it, or paste a list' : ''}`;
}

/** One line of a checklist. */
export function itemLines(state: State, piece: ItemPiece): Line[] {
  const focused = isFocused(state, piece);
  const item = piece.empty
    ? undefined
    : itemsOf(state.history.present, piece.place, piece.field)[piece.index];
  const text = focused && state.buffer ? state.buffer.text : (item?.text ?? '');
  const off = item?.notApplicable !== undefined;
  const box = piece.empty ? '+   ' : off ? '[–] ' : item?.done ? '[✓] ' : '[ ] ';
  const tone = off ? 'dim' : item?.done ? 'done' : 'plain';
  const { width } = rowBox(state, piece);
  const rows: Line[] =
    text === ''
      ? [[seg(focused && !state.own ? 'an item of your own: a, and type it' : 'an item of your own', 'dim')]]
      : textRows(text, width).map((row) => [seg(row, off ? 'dim' : item?.done ? 'answer' : 'plain')]);
  const lines = rows.map((row, index): Line => [bar(focused), seg(index === 0 ? box : '    ', tone), ...row]);
  if (!off) return lines;
  const reason = item?.notApplicable ? `: ${item.notApplicable}` : '';
  return withRemarks(lines, [seg(`not applicable${reason}`, 'dim')], width + 6, [bar(focused), seg('    ')]);
}

export function rowGiven(state: State, piece: RowPiece | ItemPiece | LabelPiece): unknown[] {
  const focused = isFocused(state, piece);
  return [
    state.size,
    focused,
    answerAt(state.history.present, piece.place),
    focused && state.buffer?.text,
    focused && state.own,
    focused && state.emptied?.alone,
    ...(piece.type === 'label' ? labelGiven(state, piece) : []),
  ];
}

/** Above rows that have the focus it says what is wrong with them. */
function labelGiven(state: State, { place }: LabelPiece): unknown[] {
  const key = fieldKey(place);
  return [isWithin(state.focus, place), problemsAt(state, key)];
}
