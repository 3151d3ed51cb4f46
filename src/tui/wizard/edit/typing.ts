import type { Field } from '../../../fields/field.ts';
import { isEmpty } from '../../../fields/kinds.ts';
import type { Answer, Value } from '../../../fields/value.ts';
import type { Action } from '../../../review/actions.ts';
import { type FieldRef, fieldKey } from '../../../review/review.ts';
import { applyEdit, bufferOf, type Edit } from '../../../text/buffer.ts';
import { clean, oneLine } from '../../../text/clean.ts';
import { controls } from '../controls/controls.ts';
import { typingAt, withBuffer } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import { answer, commit } from '../state/commit.ts';
import { sameFocus } from '../state/focus.ts';
import { itemsOf, rowsOf, shownValue } from '../state/lookup.ts';
import type { State } from '../state/state.ts';
import { groupName, groupOfEdit, openGroup } from '../state/undo-group.ts';

/** The answer that a value is: none when the value is empty. */
export const answerOf = (field: Field, value: Value): Answer | null =>
  isEmpty(field, value) && !controls[field.kind].says?.(value, field) ? null : { value };

/** One edit of the focused text: a letter, a deletion, a motion. Changes the answer with it. */
export function edit(given: State, change: Edit): State {
  const state = unselected(given, change.edit === 'insert');
  const { buffer } = state;
  const piece = focusedBlock(state);
  if (!buffer || !piece) return state;
  const next = applyEdit(buffer, change);
  if (next === buffer) return state;
  if (change.edit === 'move') return openGroup({ ...state, buffer: next });
  const before = buffer.text.slice(0, buffer.caret).at(-1) ?? '';
  // Undo goes word by word: a word with the space after it is one group.
  const startsWord = change.edit === 'insert' && /\S/.test(change.text) && /\s/.test(before);
  const group = groupOfEdit(state.group, change.edit, startsWord);
  return write({ ...state, buffer: next, group }, piece, next.text);
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
  const piece = focusedBlock(state);
  const how = piece && typingAt(state, piece);
  if (!piece || !how || !state.buffer) return state;
  const { text, removed } = clean(raw);
  const said =
    removed > 0 ? `${removed} control ${removed === 1 ? 'character' : 'characters'} left out. ` : '';
  if (piece.type === 'row' && text.trim().includes('\n')) return pasteRows(state, piece, text, said);
  const line = how === 'line' ? oneLine(text.replace(/\n+$/, '')) : { text, joined: false };
  const notice = said + (line.joined ? 'The lines were joined: this field is one line.' : '');
  const next = applyEdit(state.buffer, { edit: 'insert', text: line.text });
  const written = write(openGroup({ ...state, buffer: next }), piece, next.text);
  const from = state.buffer.caret;
  return {
    ...openGroup(written),
    pasted: piece.focus && { focus: piece.focus, text: next.text, from, to: from + line.text.length },
    notice: notice ? { text: notice.trim(), tone: 'plain' } : state.notice,
  };
}

/** The whole text of the focused stop is another one now (it was in an editor): one undo group. */
export function replaceText(state: State, text: string): State {
  const piece = focusedBlock(state);
  const how = piece && typingAt(state, piece);
  if (!piece || !how || state.buffer?.text === text) return state;
  if (piece.type === 'row' && text.includes('\n')) {
    return pasteRows({ ...state, buffer: bufferOf('') }, piece, text, '');
  }
  const { text: next, joined } = how === 'line' ? oneLine(text) : { text, joined: false };
  const written = write(openGroup({ ...state, buffer: bufferOf(next) }), piece, next);
  const notice: State['notice'] = joined
    ? { text: 'The lines were joined: this field is one line.', tone: 'plain' }
    : state.notice;
  return { ...openGroup(written), notice };
}

/** The entries that a pasted list stands for: its lines without their bullets and numbers. */
export const linesAsRows = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*+•]|\d+[.)])\s+/, '').trimEnd())
    .filter((line) => line.trim() !== '');

function pasteRows(state: State, piece: Extract<Block, { type: 'row' }>, text: string, said: string): State {
  const { caret, text: now } = state.buffer ?? bufferOf('');
  const lines = linesAsRows(now.slice(0, caret) + text.replace(/\n+$/, '') + now.slice(caret));
  const rows = rowsOf(state.history.present, piece.place, piece.field);
  const next = rows.toSpliced(piece.index, piece.empty ? 0 : 1, ...lines);
  const written = answer(
    { ...noted(state, piece.place), emptied: null },
    piece.place,
    answerOf(piece.field, next),
  );
  return withBuffer({
    ...openGroup(written),
    focus: { on: 'row', place: piece.place, index: piece.index + lines.length - 1 },
    notice: { text: `${said}${lines.length} entries from the paste.`, tone: 'plain' },
  });
}

/** Remembers that a place was typed into: it is tidied when it is left. */
const noted = (state: State, place: FieldRef): State =>
  state.typed[fieldKey(place)] ? state : { ...state, typed: { ...state.typed, [fieldKey(place)]: place } };

/** Puts the text of a stop into the review. */
function write(before: State, piece: Block, text: string): State {
  const state = 'place' in piece ? noted(before, piece.place) : before;
  const group = groupName(state.group, 'place' in piece ? fieldKey(piece.place) : piece.key);
  switch (piece.type) {
    case 'row':
      return writeRow(state, piece, text, group);
    case 'item':
      return writeItem(state, piece, text, group);
    case 'note':
      return writeNote(state, piece, text, group);
    case 'field':
      return answer(state, piece.place, answerOfText(state, piece, text), group);
    default:
      return state;
  }
}

function answerOfText(state: State, piece: Extract<Block, { type: 'field' }>, text: string): Answer | null {
  const { field, place } = piece;
  const before = shownValue(state.history.present, place, field);
  const value = controls[field.kind].value(text, field, before);
  return answerOf(field, value);
}

function writeRow(state: State, piece: Extract<Block, { type: 'row' }>, text: string, group: string): State {
  const rows = state.emptied?.alone ? [] : rowsOf(state.history.present, piece.place, piece.field);
  const blank = text.trim() === '';
  const next = rows.toSpliced(piece.index, piece.empty ? 0 : 1, ...(blank ? [] : [text]));
  const focus = { on: 'row', place: piece.place, index: piece.index } as const;
  const emptied = blank ? { focus, ...(next.length === 0 && { alone: true }) } : null;
  return answer({ ...state, emptied }, piece.place, answerOf(piece.field, next), group);
}

function writeItem(
  state: State,
  piece: Extract<Block, { type: 'item' }>,
  text: string,
  group: string,
): State {
  const items = itemsOf(state.history.present, piece.place, piece.field);
  const blank = text.trim() === '';
  const item = piece.empty
    ? { text, done: false }
    : { ...items[piece.index], text, done: items[piece.index]?.done ?? false };
  const next = items.toSpliced(piece.index, piece.empty ? 0 : 1, ...(blank ? [] : [item]));
  const focus = { on: 'row', place: piece.place, index: piece.index } as const;
  return answer(
    { ...state, emptied: blank ? { focus } : null },
    piece.place,
    answerOf(piece.field, next),
    group,
  );
}

function writeNote(
  state: State,
  piece: Extract<Block, { type: 'note' }>,
  text: string,
  group: string,
): State {
  // An emptied note leaves the report, but its field stays while the focus is in it.
  const emptied = text === '' ? { focus: { on: 'note', of: piece.of } as const } : null;
  const action: Action =
    'section' in piece.of
      ? { do: 'note', section: piece.of.section, text }
      : { do: 'issue-note', id: piece.of.issue, text };
  return commit({ ...state, emptied }, action, group);
}
