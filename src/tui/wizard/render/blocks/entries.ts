import { basename } from 'node:path/posix';
import { filesFor } from '../../../../checks/coverage/coverage.ts';
import { isUntracked, pathsIn } from '../../../../checks/coverage/references.ts';
import { rolesOf } from '../../../../checks/roles.ts';
import { problemOf } from '../../../../fields/kinds.ts';
import { answerAt, fieldKey } from '../../../../review/review.ts';
import { counted } from '../../../../text/counted.ts';
import { type Row, type Segment, seg } from '../../../row.ts';
import { controlOf } from '../../controls/controls.ts';
import { completionsAt } from '../../page/offers/completions.ts';
import { suggestedToolAt } from '../../page/offers/suggested-tool.ts';
import { beingTyped, textAt } from '../../page/text.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { isWithin } from '../../state/focus.ts';
import { itemsOf, rowsOf } from '../../state/lookup.ts';
import { problemsAt } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, label, shown, textRows, withRemarks, wordRows } from '../text.ts';
import { completionRows } from './completions.ts';
import type { TextBox } from './field.ts';
import { offerWords } from './offer.ts';
import { marked, problemRows } from './problems.ts';

type RowBlock = Extract<Block, { type: 'row' }>;
type ItemBlock = Extract<Block, { type: 'item' }>;
type LabelBlock = Extract<Block, { type: 'label' }>;

/** Columns before the text of a row: the bar, the bullet or number; of an item: its box. */
const rowIndent = (block: RowBlock | ItemBlock): number =>
  block.type === 'item' ? 6 : block.field.ordered ? 6 : 4;

export const rowBox = (state: State, block: RowBlock | ItemBlock): TextBox => {
  const x = rowIndent(block);
  return { x, y: 0, width: Math.max(8, geometryOf(state.size).width - x - 2) };
};

/** The label above a list or a checklist, with what is wrong with it and how far it is. */
export function labelRows(state: State, block: LabelBlock): Row[] {
  const { field, place } = block;
  const given = answerAt(state.history.present, place);
  const { width } = geometryOf(state.size);
  const lines = textRows(field.label || field.hint, width - 4).map(
    (row): Row => [seg('  '), label(row, isWithin(state.focus, place))],
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
  return focused ? [...all, ...problemRows(found, width, false)] : all;
}

/** One entry of a list or location. */
export function textEntryRows(state: State, block: RowBlock): Row[] {
  const focused = isFocused(state, block);
  const text = focused && state.buffer ? state.buffer.text : textAt(state, block);
  const given = answerAt(state.history.present, block.place);
  const width = rowBox(state, block).width;
  const rows: Row[] =
    text === ''
      ? wordRows(emptyRow(state, block, focused), width, 'dim')
      : textRows(text, width).map((row) => [seg(row, given ? 'answer' : 'dim')]);
  const number = block.focus?.on === 'row' ? block.focus.index + 1 : 1;
  const mark = block.field.ordered ? `${number}.`.padEnd(4) : '• ';
  const lines = rows.map(
    (row, index): Row => [bar(focused), seg(index === 0 ? mark : ' '.repeat(mark.length), 'dim'), ...row],
  );
  const beside = offerWords(state, block) ?? (namesNoFile(state, block, text) ? 'no such file' : null);
  const indent = [bar(focused), seg(' '.repeat(mark.length))];
  const all = beside ? withRemarks(lines, [seg(beside, 'dim')], width + 6, indent) : lines;
  return [...all, ...completionRows(state, block, rowIndent(block))];
}

/** Whether an entry of the references names a path that is not tracked. */
function namesNoFile(state: State, block: RowBlock, text: string): boolean {
  const { tracked } = state.external;
  if (!tracked || rolesOf(state.template).references?.id !== block.field.id || isTypedIn(state, block))
    return false;
  return pathsIn(text).some((path) => isUntracked(tracked, path));
}

/** Whether its text is being typed: a path is not missing before it is whole. */
const isTypedIn = (state: State, block: RowBlock | ItemBlock): boolean =>
  isFocused(state, block) && beingTyped(state) !== null;

/** A default comes back when a list is left empty: how to say that there are none. */
function emptyRow(state: State, block: RowBlock, focused: boolean): string {
  if (state.emptied?.alone && block.field.default !== undefined) {
    return "left empty, the template's own entries hold; Alt+N says that there are none";
  }
  const first = focused && rowsOf(state.history.present, block.place, block.field).length === 0;
  return `${block.field.hint || '…'}${first ? '   type it, or paste a list' : ''}`;
}

/** One line of a checklist. */
export function itemRows(state: State, block: ItemBlock): Row[] {
  const focused = isFocused(state, block);
  const item = block.empty
    ? undefined
    : itemsOf(state.history.present, block.place, block.field)[block.index];
  const text = focused && state.buffer ? state.buffer.text : (item?.text ?? '');
  const off = item?.notApplicable !== undefined;
  const box = block.empty ? '+   ' : off ? '[–] ' : item?.done ? '[✓] ' : '[ ] ';
  const tone = off ? 'dim' : item?.done ? 'done' : 'plain';
  const { width } = rowBox(state, block);
  const rows: Row[] =
    text === ''
      ? [[seg(focused && !state.own ? 'an item of your own: a, and type it' : 'an item of your own', 'dim')]]
      : textRows(text, width).map((row) => [seg(row, off ? 'dim' : item?.done ? 'answer' : 'plain')]);
  const lines = rows.map((row, index): Row => [bar(focused), seg(index === 0 ? box : '    ', tone), ...row]);
  const beside = off || !item ? null : (filesOf(state, block, item.text) ?? toolWords(state, block));
  if (beside) return withRemarks(lines, [seg(beside, 'dim')], width + 6, [bar(focused), seg('    ')]);
  if (!off) return lines;
  const reason = item?.notApplicable ? `: ${item.notApplicable}` : '';
  return withRemarks(lines, [seg(`not applicable${reason}`, 'dim')], width + 6, [bar(focused), seg('    ')]);
}

/** How many tracked files an entry of the reviewed files stands for; null where that is not known. */
function filesOf(state: State, block: ItemBlock, text: string): string | null {
  const { template, external } = state;
  if (!external.tracked || !rolesOf(template).scope.some(({ id }) => id === block.field.id)) return null;
  const files = filesFor(external.tracked, text);
  if (files === null || (files.length === 0 && isTypedIn(state, block))) return null;
  return files.length === 0 ? 'no such file' : counted(files.length, 'file');
}

/** "suggested: golangci-lint v2.1.0 (golangci.json), Space ticks": what a file says of a tool. */
function toolWords(state: State, block: ItemBlock): string | null {
  const tool = suggestedToolAt(state, block.place, block.index);
  if (!tool) return null;
  const becomes = tool.text === tool.before ? '' : `: ${shown(tool.text)}`;
  const words = `suggested${becomes} (${tool.files.map((file) => shown(basename(file))).join(', ')})`;
  return isFocused(state, block) ? `${words}, Space ticks` : words;
}

export function entryDependencies(state: State, block: RowBlock | ItemBlock | LabelBlock): unknown[] {
  const focused = isFocused(state, block);
  return [
    state.size,
    focused,
    answerAt(state.history.present, block.place),
    focused && state.buffer?.text,
    focused && state.own,
    focused && state.emptied?.alone,
    block.type !== 'label' && state.external.tracked,
    block.type === 'item' && toolWords(state, block),
    offerWords(state, block),
    focused && state.option,
    completionsAt(state, block),
    ...(block.type === 'label' ? labelGiven(state, block) : []),
  ];
}

/** Above rows that have the focus it says what is wrong with them. */
function labelGiven(state: State, { place }: LabelBlock): unknown[] {
  const key = fieldKey(place);
  return [isWithin(state.focus, place), problemsAt(state, key)];
}
