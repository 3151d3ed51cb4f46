import type { Field } from '../../../fields/field.ts';
import { issueFields } from '../../../fields/issue.ts';
import type { Answer } from '../../../fields/value.ts';
import type { FieldRef } from '../../../review/review.ts';
import { bufferOf } from '../../../text/buffer.ts';
import { asCode } from '../controls/code.ts';
import { controlOf } from '../controls/controls.ts';
import { typing } from '../page/text.ts';
import { type Block, focusedBlock } from '../page/view.ts';
import { sameFocus } from '../state/focus.ts';
import { shownValue } from '../state/lookup.ts';
import { promptOverlay } from '../state/overlay.ts';
import type { State } from '../state/state.ts';
import { replaceText } from './typing.ts';

type FieldBlock = Extract<Block, { type: 'field' }>;

/** The focused long text; null where something else has the focus. */
function proseBlock(state: State): FieldBlock | null {
  const block = focusedBlock(state);
  return block?.type === 'field' && controlOf(block.field).fences && typing(state) ? block : null;
}

export const inProse = (state: State): boolean => proseBlock(state) !== null;

/** Whether code is expected here: the template shows some, or lines were just pasted. */
export function expectsCode(state: State): boolean {
  const block = proseBlock(state);
  return block !== null && (fenceIn(block.field.placeholder) !== null || pastedRange(state) !== null);
}

/** The language that the first fence of a text names; null without a fence. */
const fenceIn = (text: string): string | null => /^`{3,}([^`\n]*)$/m.exec(text)?.[1]?.trim() ?? null;

/** Ctrl+L in long text: asks in which language it, or what was just pasted into it, is code. */
export function askFence(state: State): State {
  const block = proseBlock(state);
  const { buffer } = state;
  if (!block || !buffer) return state;
  const whole = { from: 0, to: buffer.text.length };
  const pasted = pastedRange(state);
  const range = pasted ?? whole;
  const only = pasted !== null && (pasted.from > 0 || pasted.to < buffer.text.length);
  const known = oneFence(buffer.text)?.language;
  return {
    ...state,
    overlay: promptOverlay(
      only ? 'Language of the pasted code' : 'Language of the code',
      known ?? (fenceIn(block.field.placeholder) || lastLanguage(state) || 'go'),
      'go, ts, sql, …; empty: none',
      { for: 'fence', place: block.place, ...range },
    ),
  };
}

function pastedRange({ pasted, buffer, focus }: State): { from: number; to: number } | null {
  if (!pasted || !sameFocus(pasted.focus, focus) || pasted.text !== buffer?.text) return null;
  return { from: pasted.from, to: pasted.to };
}

/** The marks of a fence that no run of backticks in the code can end. */
export function fenceFor(code: string): string {
  const runs = code.match(/`{3,}/g) ?? [];
  return '`'.repeat(Math.max(2, ...runs.map((run) => run.length)) + 1);
}

/** Sets a stretch of the focused text as code, as one undo group; a text that is all code has another language. */
export function fence(state: State, language: string, { from, to }: { from: number; to: number }): State {
  const { buffer } = state;
  if (!buffer || !proseBlock(state)) return state;
  const known = oneFence(buffer.text);
  if (known) return replaced(state, known.fence, '', known.code, '', language);
  const before = buffer.text.slice(0, from);
  const inside = buffer.text.slice(from, to).replace(/\n+$/, '');
  const after = buffer.text.slice(to);
  const marks = fenceFor(inside);
  const above = before === '' || before.endsWith('\n') ? before : `${before}\n`;
  const below = after === '' || after.startsWith('\n') ? after : `\n${after}`;
  return replaced(state, marks, above, inside, below, language);
}

function replaced(
  state: State,
  marks: string,
  above: string,
  code: string,
  below: string,
  language: string,
): State {
  const open = `${above}${marks}${language.replace(/[`\s]+/g, ' ').trim()}\n${code}`;
  const text = `${open}\n${marks}${below}`;
  return { ...replaceText(state, text), buffer: bufferOf(text, open.length) };
}

/** A text that is nothing but one fence. */
function oneFence(text: string): { fence: string; language: string; code: string } | null {
  const match = /^\s*(`{3,})([^`\n]*)\n([\s\S]*)\n\1\s*$/.exec(text);
  const [, fence = '', language = '', code = ''] = match ?? [];
  return match && !code.split('\n').some((line) => line.startsWith(fence))
    ? { fence, language: language.trim(), code }
    : null;
}

/** The language of the code that was put in last. */
function lastLanguage({ history }: State): string {
  const { issues, answers } = history.present;
  const all: (Answer | undefined)[] = [
    ...Object.values(answers),
    ...issues.flatMap((issue) => issueFields.map((name) => issue.answers[name])),
  ];
  const languages = all.map((one) =>
    one && 'value' in one && typeof one.value === 'object' && !Array.isArray(one.value)
      ? one.value.language
      : '',
  );
  return languages.findLast((language) => language) ?? '';
}

/** The language that the code of a field is in: its own, else the field's; null for Markdown. */
export const languageAt = (state: State, place: FieldRef, field: Field): string | null =>
  asCode(shownValue(state.history.present, place, field))?.language ?? field.language ?? '';
