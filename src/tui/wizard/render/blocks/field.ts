import type { Field } from '../../../../fields/field.ts';
import { kinds, problemOf } from '../../../../fields/kinds.ts';
import type { Value } from '../../../../fields/value.ts';
import { answerAt } from '../../../../review/review.ts';
import { suggestedRisk, suggestedVerdict } from '../../../../review/suggested-verdict.ts';
import { displayWidth, padEnd } from '../../../../text/width.ts';
import { type Line, lineWidth, type Segment, seg } from '../../../line.ts';
import { signs } from '../../../theme.ts';
import { asList } from '../../controls/choices.ts';
import type { Option } from '../../controls/control.ts';
import { controlOf } from '../../controls/controls.ts';
import { pickedOption } from '../../edit/choosing.ts';
import { typingAt } from '../../page/text.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { shownValue } from '../../state/lookup.ts';
import { problemsAt } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';
import { offerFor } from '../../state/suggestions.ts';
import { geometryOf } from '../geometry.ts';
import { bar, shown, textRows, withRemarks } from '../text.ts';
import { foundLines, marked } from './problems.ts';

type FieldPiece = Extract<Block, { type: 'field' }>;

/** Where the text of a field begins on the page, and how wide it may be. */
export interface TextBox {
  x: number;
  /** Rows above the text. */
  y: number;
  width: number;
}

/** The labels stand in a column of their own; one that is too long has a row of its own. */
export function textBox(state: State, piece: FieldPiece): TextBox {
  const { labels, width } = geometryOf(state.size);
  const control = controlOf(piece.field);
  const beside = control.beside && labels > 0 && displayWidth(labelOf(piece)) <= labels - 2;
  const x = beside ? 2 + labels : control.beside ? 4 : 2;
  const y = beside ? 0 : textRows(labelOf(piece), width - 4).length;
  return { x, y, width: Math.max(8, width - x - 2) };
}

/** Label, answer, remarks and, while options are picked, their rows. */
export function fieldLines(state: State, piece: FieldPiece): Line[] {
  const focused = isFocused(state, piece);
  const box = textBox(state, piece);
  const { width } = geometryOf(state.size);
  const indent: Line = [bar(focused), seg(' '.repeat(box.x - 2))];
  const rows = answerRows(state, piece, focused, box.width).map((row): Line => [...indent, ...row]);
  const label = labelOf(piece);
  const first = rows[0] ?? indent;
  const lines: Line[] =
    box.y === 0
      ? [[bar(focused), seg(padEnd(label, box.x - 2)), ...first.slice(2)], ...rows.slice(1)]
      : [...labelRows(state, piece, focused), ...rows];
  const found = problemsAt(state, piece.key);
  const all = marked(withRemarks(lines, remarks(state, piece), width - 1, indent), found);
  const told = focused ? foundLines(found, width) : [];
  return [...all, ...told, ...optionRows(state, piece, focused)];
}

function labelRows(state: State, piece: FieldPiece, focused: boolean): Line[] {
  const { width } = geometryOf(state.size);
  const rows = textRows(labelOf(piece), width - 4);
  return rows.map((row, index) => [
    bar(focused),
    seg(row),
    ...(index === rows.length - 1 ? labelNote(state, piece) : []),
  ]);
}

/** Fields that stand under a heading without a label of their own are named by what they ask for. */
const labelOf = (piece: FieldPiece): string => piece.field.label || piece.field.hint || piece.field.id;

function labelNote(state: State, piece: FieldPiece): Segment[] {
  const value = shownValue(state.history.present, piece.place, piece.field);
  const language = controlOf(piece.field).language?.(value, piece.field);
  if (language === undefined) return [];
  return [seg(`  ${language === null ? 'Markdown' : language || 'plain text'}`, 'dim')];
}

function answerRows(state: State, piece: FieldPiece, focused: boolean, width: number): Line[] {
  const { field, place } = piece;
  const given = answerAt(state.history.present, place);
  if (given && 'notApplicable' in given) {
    const reason = given.notApplicable ? `: ${given.notApplicable}` : '';
    return textRows(`– not applicable${reason}`, width).map((row) => [seg(row, 'dim')]);
  }
  const control = controlOf(field);
  const typed = focused && state.buffer && typingAt(state, piece) ? state.buffer.text : null;
  if (typed !== null && typed !== '') {
    const rows = textRows(typed, width).map((row): Line => [seg(row, 'answer')]);
    return withUnit(rows, unitBehind(field, typed), width);
  }
  const value = shownValue(state.history.present, place, field);
  const text =
    control.picks === 'several' && !(focused && state.own)
      ? asList(value).join(' / ')
      : control.text(value, field);
  if (typed === null && text !== '') {
    if (control.listsOptions) return [];
    const rows = textRows(text, width).map((row): Line => [seg(row, given ? 'answer' : 'plain')]);
    return withUnit(rows, unitBehind(field, text), width);
  }
  if (control.listsOptions) return [];
  return hintRows(state, piece, width);
}

/** What the report prints behind a number: its unit, or as much of it as was not typed. */
function unitBehind(field: Field, text: string): string {
  if (!field.unit) return '';
  const printed = kinds[field.kind].write(text, field, () => false);
  return printed.startsWith(text) ? printed.slice(text.length) : '';
}

/** The unit right behind the answer, as in the report; below it where there is no room. */
function withUnit(rows: Line[], unit: string, width: number): Line[] {
  const last = rows.at(-1);
  if (unit === '' || !last) return rows;
  if (lineWidth(last) + displayWidth(unit) <= width) return rows.with(-1, [...last, seg(unit, 'dim')]);
  return [...rows, ...textRows(unit.trim(), width).map((row): Line => [seg(row, 'dim')])];
}

function hintRows(state: State, piece: FieldPiece, width: number): Line[] {
  // The options, and what is ticked of them, stand below.
  if (state.own && isFocused(state, piece) && controlOf(piece.field).picks === 'several') {
    return textRows('in your own words', width).map((row) => [seg(row, 'dim')]);
  }
  const offered = offerFor(state, piece.field);
  const hint = offered ? `${shown(offered)} ?` : piece.field.hint || '…';
  return textRows(hint, width).map((row) => [seg(row, 'dim')]);
}

/** What is said beside an answer: its unit, whose it is, what is wrong with it. */
function remarks(state: State, piece: FieldPiece): Segment[] {
  const { field, place } = piece;
  const given = answerAt(state.history.present, place);
  const out: Segment[] = [];
  if (given && 'notApplicable' in given) {
    return isFocused(state, piece) ? [seg('Alt+N takes it back', 'dim')] : [];
  }
  if (!given && field.default !== undefined) out.push(seg('from the template', 'dim'));
  const offered = offerFor(state, field);
  if (!given && offered && isFocused(state, piece) && !state.buffer?.text) {
    out.push(seg('Enter takes it', 'dim'));
  }
  const was = earlierWords(state, piece);
  if (was) out.push(seg(was, 'dim'));
  const suggested = suggestionAt(state, piece);
  if (suggested) out.push(seg(suggested, 'dim'));
  if (given) {
    const wrong = problemOf(field, given.value);
    // What a check says of it stands below, with what to do.
    const told = isFocused(state, piece) && problemsAt(state, piece.key).length > 0;
    if (wrong && !told) out.push(seg(`! ${wrong}`, 'error'));
  }
  return out;
}

/** What the earlier review measured here, or how it stood then. */
function earlierWords({ facts }: State, { place, field }: FieldPiece): string | null {
  if (!('field' in place) || 'list' in place || 'issue' in place) return null;
  const before = facts.previous?.answers[place.field];
  if (!before || !('value' in before) || typeof before.value !== 'string') return null;
  return `was ${shown(before.value)}${unitBehind(field, before.value)}`;
}

/** What the issues speak for, while there is no answer to the question of risk or verdict. */
function suggestionAt(state: State, piece: FieldPiece): string | null {
  if (!('field' in piece.place) || 'list' in piece.place || 'issue' in piece.place) return null;
  const suggest = { risk: suggestedRisk, recommendation: suggestedVerdict }[piece.place.field];
  const review = state.history.present;
  if (!suggest || answerAt(review, piece.place) || review.issues.length === 0) return null;
  const found = suggest(state.template, review);
  return found && `suggested: ${found.answer} (${found.because})`;
}

/** Whether the options of the focused choice are open, so that its menu has the keys. */
export function menuOpen(state: State, piece: Block): piece is FieldPiece {
  if (piece.type !== 'field' || !isFocused(state, piece) || state.own) return false;
  const given = answerAt(state.history.present, piece.place);
  return controlOf(piece.field).picks === 'one' && !(given && 'notApplicable' in given);
}

/** Rows for the options: of a one-of always, of a choice while it has the focus. */
function optionRows(state: State, piece: FieldPiece, focused: boolean): Line[] {
  const control = controlOf(piece.field);
  const given = answerAt(state.history.present, piece.place);
  if (given && 'notApplicable' in given) return [];
  const options = control.options?.(piece.field) ?? [];
  const { width } = geometryOf(state.size);
  const menu: boolean = menuOpen(state, piece);
  const at = control.picks === 'one' ? (menu ? pickedOption(state, piece) : -1) : (state.option ?? 0);
  const mark = (index: number): Segment => seg(index === at ? `${signs.pick} ` : '  ', 'accent');
  if (control.listsOptions) {
    const value = shownValue(state.history.present, piece.place, piece.field);
    return oneOfLabels(options, value, width - (menu ? 6 : 5)).map((label, index): Line => {
      const tone = index === at ? 'bold' : options[index]?.value === value ? 'answer' : 'plain';
      return [bar(focused), mark(index), seg(menu ? `${index + 1} ${label}` : label, tone)];
    });
  }
  // One's own words replace a single pick, but stand beside several.
  if (!focused || !control.picks || (state.own && control.picks !== 'several')) return [];
  const indent = textBox(state, piece).x;
  const before: Line = [bar(true), seg(' '.repeat(indent - 2))];
  const labels = options.map((option) => option.label);
  if (control.typing === 'own') labels.push('in your own words');
  if (menu) {
    return labels.map((label, index): Line => {
      const words = `${index < 9 ? index + 1 : ' '} ${shortened(label, width - indent - 4)}`;
      return [...before, mark(index), seg(words, index === at ? 'bold' : 'plain')];
    });
  }
  const chosen = asList(shownValue(state.history.present, piece.place, piece.field));
  const own = chosen.some((one) => !piece.field.options?.includes(one));
  return labels.map((label, index): Line => {
    const on = index < options.length ? chosen.includes(options[index]?.value ?? '') : own;
    const words = `${on ? '[✓]' : '[ ]'} ${index + 1} ${shortened(label, width - indent - 9)}`;
    return [...before, mark(index), seg(words, index === at ? 'accent' : 'plain')];
  });
}

/** "(•) CONDITIONAL GO   Can deploy after …": names and meanings in two columns. */
function oneOfLabels(options: Option[], value: Value | undefined, width: number): string[] {
  const names = Math.max(0, ...options.map((option) => displayWidth(option.label)));
  return options.map((option) => {
    const mark = option.value === value ? '(•)' : '( )';
    const name = option.meaning ? `${padEnd(option.label, names)}  ${option.meaning}` : option.label;
    return shortened(`${mark} ${name}`, width);
  });
}

/** Words cut to a row, at the end of a word that is worth its place. */
export function shortened(text: string, width: number): string {
  return textRows(text, width).length === 1
    ? shown(text)
    : `${textRows(text, width - 1)[0]?.replace(/[\s(<[/,;:]+$/, '') ?? ''}…`;
}

/** What decides how a field looks, for remembering its lines. */
export function fieldGiven(state: State, piece: FieldPiece): unknown[] {
  const focused = isFocused(state, piece);
  const offered = offerFor(state, piece.field);
  return [
    state.size,
    focused,
    answerAt(state.history.present, piece.place),
    focused && state.buffer?.text,
    focused && state.own,
    focused && state.option,
    offered,
    state.facts.previous,
    suggestionAt(state, piece),
    problemsAt(state, piece.key),
  ];
}
