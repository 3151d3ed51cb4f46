import type { Field } from '../../../fields/field.ts';
import { isEmpty } from '../../../fields/kinds.ts';
import type { Answer, Value } from '../../../fields/value.ts';
import type { Action } from '../../../review/actions.ts';
import { type FieldRef, fieldKey } from '../../../review/review.ts';
import { applyEdit, bufferOf, type Edit } from '../../../text/buffer.ts';
import { clean, oneLine } from '../../../text/clean.ts';
import { controlOf } from '../controls/controls.ts';
import { typingAt, withBuffer } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import { answer, commit } from '../state/commit.ts';
import { sameFocus } from '../state/focus.ts';
import { itemsOf, rowsOf, shownValue } from '../state/lookup.ts';
import type { State } from '../state/state.ts';
import { groupName, groupOfEdit, openGroup } from '../state/undo-group.ts';

/** The answer that a value is: none when the value is empty. */
export const answerOf = (field: Field, value: Value): Answer | null =>
  isEmpty(field, value) && !controlOf(field).says?.(value, field) ? null : { value };

/** One edit of the focused text: a letter, a deletion, a motion. Changes the answer with it. */
export function edit(given: State, change: Edit): State {
  const state = unselected(given, change.edit === 'insert');
  const { buffer } = state;
  const block = focusedBlock(state);
  if (!buffer || !block) return state;
  const next = applyEdit(buffer, change);
  if (next === buffer) return state;
  if (change.edit === 'move') return openGroup({ ...state, buffer: next });
  const before = buffer.text.slice(0, buffer.caret).at(-1) ?? '';
  // Undo goes word by word: a word with the space after it is one group.
  const startsWord = change.edit === 'insert' && /\S/.test(change.text) && /\s/.test(before);
  const group = groupOfEdit(state.group, change.edit, startsWord);
  return write({ ...state, buffer: next, group }, block, next.text);
}

/** The state with nothing selected; what was is gone from the text when it is replaced. */
function unselected(state: State, replaced: boolean): State {
  const { selected, buffer } = state;
  if (!selected) return state;
  const { focus, text, from, to } = selected;
  const here = sameFocus(focus, state.focus) && buffer?.text === text && buffer.caret === from;
  const rest = bufferOf(text.slice(0, from) + text.slice(to), from);
  return { ...state, selected: null, ...(here && replaced && { buffer: rest }) };
}

/** A paste: whole, one undo group; a list takes its lines as rows, a one-line field joins them and says so. */
export function paste(given: State, raw: string): State {
  const state = unselected(given, true);
  const block = focusedBlock(state);
  const how = block && typingAt(state, block);
  if (!block || !how || !state.buffer) return state;
  const { text, removed } = clean(raw);
  const said =
    removed > 0 ? `${removed} control ${removed === 1 ? 'character' : 'characters'} removed. ` : '';
  if (block.type === 'row' && text.trim().includes('\n')) return pasteRows(state, block, text, said);
  const line = how === 'line' ? oneLine(text.replace(/\n+$/, '')) : { text, joined: false };
  const notice = said + (line.joined ? 'Lines joined: this field holds one line.' : '');
  const next = applyEdit(state.buffer, { edit: 'insert', text: line.text });
  const written = write(openGroup({ ...state, buffer: next }), block, next.text);
  const from = state.buffer.caret;
  return {
    ...openGroup(written),
    pasted: block.focus && { focus: block.focus, text: next.text, from, to: from + line.text.length },
    notice: notice ? { text: notice.trim(), tone: 'plain' } : state.notice,
  };
}

/** Replaces the whole text of what has the focus, as an editor gave it back: one undo group. */
export function replaceText(state: State, text: string): State {
  const block = focusedBlock(state);
  const how = block && typingAt(state, block);
  if (!block || !how || state.buffer?.text === text) return state;
  if (block.type === 'row' && text.includes('\n')) {
    return pasteRows({ ...state, buffer: bufferOf('') }, block, text, '');
  }
  const { text: next, joined } = how === 'line' ? oneLine(text) : { text, joined: false };
  const written = write(openGroup({ ...state, buffer: bufferOf(next) }), block, next);
  const notice: State['notice'] = joined
    ? { text: 'Lines joined: this field holds one line.', tone: 'plain' }
    : state.notice;
  return { ...openGroup(written), notice };
}

/** The entries that a pasted list stands for: its lines without their bullets and numbers. */
export const linesAsRows = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '').trimEnd())
    .filter((line) => line.trim() !== '');

function pasteRows(state: State, block: Extract<Block, { type: 'row' }>, text: string, said: string): State {
  const { caret, text: now } = state.buffer ?? bufferOf('');
  const lines = linesAsRows(now.slice(0, caret) + text.replace(/\n+$/, '') + now.slice(caret));
  const rows = rowsOf(state.history.present, block.place, block.field);
  const next = rows.toSpliced(block.index, block.empty ? 0 : 1, ...lines);
  const written = answer(
    { ...noted(state, block.place), emptied: null },
    block.place,
    answerOf(block.field, next),
  );
  return withBuffer({
    ...openGroup(written),
    focus: { on: 'row', place: block.place, index: block.index + lines.length - 1 },
    notice: { text: `${said}${lines.length} entries pasted.`, tone: 'plain' },
  });
}

/** Remembers that a place was typed into: it is tidied when it is left. */
const noted = (state: State, place: FieldRef): State =>
  state.typed[fieldKey(place)] ? state : { ...state, typed: { ...state.typed, [fieldKey(place)]: place } };

/** Puts the text of a block into the review. */
function write(before: State, block: Block, text: string): State {
  const noticed = 'place' in block ? noted(before, block.place) : before;
  // Another text is completed to something else; the options beside one's own words stay.
  const state = noticed.own ? noticed : { ...noticed, option: null };
  const group = groupName(state.group, 'place' in block ? fieldKey(block.place) : block.key);
  switch (block.type) {
    case 'row':
      return writeRow(state, block, text, group);
    case 'item':
      return writeItem(state, block, text, group);
    case 'note':
      return writeNote(state, block, text, group);
    case 'field':
      return answer(state, block.place, answerOfText(state, block, text), group);
    default:
      return state;
  }
}

function answerOfText(state: State, block: Extract<Block, { type: 'field' }>, text: string): Answer | null {
  const { field, place } = block;
  const before = shownValue(state.history.present, place, field);
  const value = controlOf(field).value(text, field, before);
  return answerOf(field, value);
}

function writeRow(state: State, block: Extract<Block, { type: 'row' }>, text: string, group: string): State {
  const rows = state.emptied?.alone ? [] : rowsOf(state.history.present, block.place, block.field);
  const blank = text.trim() === '';
  const next = rows.toSpliced(block.index, block.empty ? 0 : 1, ...(blank ? [] : [text]));
  const focus = { on: 'row', place: block.place, index: block.index } as const;
  const emptied = blank ? { focus, ...(next.length === 0 && { alone: true }) } : null;
  return answer({ ...state, emptied }, block.place, answerOf(block.field, next), group);
}

function writeItem(
  state: State,
  block: Extract<Block, { type: 'item' }>,
  text: string,
  group: string,
): State {
  const items = itemsOf(state.history.present, block.place, block.field);
  const blank = text.trim() === '';
  const item = block.empty
    ? { text, done: false }
    : { ...items[block.index], text, done: items[block.index]?.done ?? false };
  const next = items.toSpliced(block.index, block.empty ? 0 : 1, ...(blank ? [] : [item]));
  const focus = { on: 'row', place: block.place, index: block.index } as const;
  return answer(
    { ...state, emptied: blank ? { focus } : null },
    block.place,
    answerOf(block.field, next),
    group,
  );
}

function writeNote(
  state: State,
  block: Extract<Block, { type: 'note' }>,
  text: string,
  group: string,
): State {
  // An emptied note leaves the report, but its field stays while the focus is in it.
  const emptied = text === '' ? { focus: { on: 'note', of: block.of } as const } : null;
  const action: Action =
    'section' in block.of
      ? { do: 'note', section: block.of.section, text }
      : { do: 'issue-note', id: block.of.issue, text };
  return commit({ ...state, emptied }, action, group);
}
