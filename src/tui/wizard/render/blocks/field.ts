import { rolesOf } from '../../../../checks/roles.ts';
import type { Field } from '../../../../fields/field.ts';
import { kinds, problemOf } from '../../../../fields/kinds.ts';
import { answerAt, fieldKey, valueAt } from '../../../../review/review.ts';
import { suggestedRisk, suggestedVerdict } from '../../../../review/suggested-verdict.ts';
import { displayWidth, padEnd } from '../../../../text/width.ts';
import { type Row, rowWidth, type Segment, seg } from '../../../row.ts';
import { asList } from '../../controls/choices.ts';
import { controlOf } from '../../controls/controls.ts';
import { completionsAt } from '../../page/offers/completions.ts';
import { typingAt } from '../../page/text.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { shownValue } from '../../state/lookup.ts';
import { deploymentOf, meaningOf } from '../../state/meaning.ts';
import { problemsAt } from '../../state/problems.ts';
import type { State } from '../../state/state.ts';
import { codeInRows } from '../code.ts';
import { geometryOf } from '../geometry.ts';
import { bar, label as quiet, shown, textRows, withRemarks } from '../text.ts';
import { completionRows } from './completions.ts';
import { measuredBeside, offerWords } from './offer.ts';
import { optionRows, optionsInRow } from './options.ts';
import { marked, problemRows } from './problems.ts';

type FieldBlock = Extract<Block, { type: 'field' }>;

/** Where the text of a field begins on the page, and how wide it may be. */
export interface TextBox {
  x: number;
  /** Rows above the text. */
  y: number;
  width: number;
}

/** The labels stand in a column of their own; one that is too long has a row of its own. */
export function textBox(state: State, block: FieldBlock): TextBox {
  const { labels, width } = geometryOf(state.size);
  const control = controlOf(block.field);
  const beside = control.beside && labels > 0 && displayWidth(labelOf(block)) <= labels - 2;
  const x = beside ? 2 + labels : control.beside ? 4 : 2;
  const y = beside ? 0 : textRows(labelOf(block), width - 4).length;
  return { x, y, width: Math.max(8, width - x - 2) };
}

/** Label, answer, remarks and, while options are picked, their rows. */
export function fieldRows(state: State, block: FieldBlock): Row[] {
  const focused = isFocused(state, block);
  const box = textBox(state, block);
  const { width } = geometryOf(state.size);
  const indent: Row = [bar(focused), seg(' '.repeat(box.x - 2))];
  const inRow = optionsInRow(state, block, box.x);
  const answered = inRow ? [inRow] : answerRows(state, block, focused, box.width);
  // The pointer of options stands before the column of the answers.
  const before = box.x - (inRow ? 3 : 2);
  const rows = answered.map((row): Row => [bar(focused), seg(' '.repeat(before)), ...row]);
  const label = labelOf(block);
  const first = rows[0] ?? indent;
  const lines: Row[] =
    box.y === 0
      ? [[bar(focused), quiet(padEnd(label, before), focused), ...first.slice(2)], ...rows.slice(1)]
      : [...labelRows(state, block, focused), ...rows];
  // What the checks say of words that become a date when they are left is void.
  const found = meaningAt(state, block) ? [] : problemsAt(state, block.key);
  const offer = inRow ? offerWords(state, block) : undefined;
  const beside = [...(offer ? [seg(offer, 'dim')] : []), ...remarks(state, block)];
  const all = marked(withRemarks(lines, beside, width - 1, indent), found);
  const told = focused ? problemRows(found, width) : [];
  return [
    ...all,
    ...completionRows(state, block, box.x),
    ...told,
    ...optionRows(state, block, focused, box.x),
  ];
}

function labelRows(state: State, block: FieldBlock, focused: boolean): Row[] {
  const { width } = geometryOf(state.size);
  const rows = textRows(labelOf(block), width - 4);
  return rows.map((row, index) => [
    bar(focused),
    quiet(row, focused),
    ...(index === rows.length - 1 ? labelNote(state, block) : []),
  ]);
}

/** Fields that stand under a heading without a label of their own are named by what they ask for. */
const labelOf = (block: FieldBlock): string => block.field.label || block.field.hint || block.field.id;

function labelNote(state: State, block: FieldBlock): Segment[] {
  const value = shownValue(state.history.present, block.place, block.field);
  const language = controlOf(block.field).language?.(value, block.field);
  if (language === undefined) return [];
  return [seg(`  ${language === null ? 'Markdown' : language || 'plain text'}`, 'dim')];
}

function answerRows(state: State, block: FieldBlock, focused: boolean, width: number): Row[] {
  const { field, place } = block;
  const given = answerAt(state.history.present, place);
  if (given && 'notApplicable' in given) {
    const reason = given.notApplicable ? `: ${given.notApplicable}` : '';
    return textRows(`– not applicable${reason}`, width).map((row) => [seg(row, 'dim')]);
  }
  const control = controlOf(field);
  const typed = focused && state.buffer && typingAt(state, block) ? state.buffer.text : null;
  if (typed !== null && typed !== '') {
    const coloured = codeRows(state, block, typed, width);
    if (coloured) return coloured;
    const rows = textRows(typed, width).map((row): Row => [seg(row, 'answer')]);
    return withUnit(rows, unitBehind(field, typed), width);
  }
  const value = shownValue(state.history.present, place, field);
  const text =
    control.picks === 'several' && !(focused && state.own)
      ? asList(value).join(' / ')
      : control.text(value, field);
  if (typed === null && text !== '') {
    if (control.listsOptions) return [];
    const coloured = given && codeRows(state, block, text, width);
    if (coloured) return coloured;
    const rows = textRows(text, width).map((row): Row => [seg(row, given ? 'answer' : 'dim')]);
    return withUnit(rows, unitBehind(field, text), width);
  }
  if (control.listsOptions) return [];
  return hintRows(state, block, width);
}

/** Code in its colours; null for other text, and where its language is not known. */
function codeRows(state: State, { field, place }: FieldBlock, text: string, width: number): Row[] | null {
  const value = shownValue(state.history.present, place, field);
  const language = controlOf(field).language?.(value, field);
  return language && state.highlight ? codeInRows(text, language, state.highlight, width) : null;
}

/** What the report prints behind a number: its unit, or as much of it as was not typed. */
function unitBehind(field: Field, text: string): string {
  if (!field.unit) return '';
  const printed = kinds[field.kind].write(text, field, () => false);
  return printed.startsWith(text) ? printed.slice(text.length) : '';
}

/** The unit right behind the answer, as in the report; below it where there is no room. */
function withUnit(rows: Row[], unit: string, width: number): Row[] {
  const last = rows.at(-1);
  if (unit === '' || !last) return rows;
  if (rowWidth(last) + displayWidth(unit) <= width) return rows.with(-1, [...last, seg(unit, 'dim')]);
  return [...rows, ...textRows(unit.trim(), width).map((row): Row => [seg(row, 'dim')])];
}

function hintRows(state: State, block: FieldBlock, width: number): Row[] {
  // The options, and what is ticked of them, stand below.
  if (state.own && isFocused(state, block) && controlOf(block.field).picks === 'several') {
    return textRows('your own words', width).map((row) => [seg(row, 'dim')]);
  }
  const hint = offerWords(state, block) ?? hintOf(state, block);
  return textRows(hint, width).map((row) => [seg(row, 'dim')]);
}

/** What the field asks for; a focused date also says in which words. */
function hintOf(state: State, block: FieldBlock): string {
  const hint = block.field.hint || '…';
  if (block.field.kind !== 'date' || !isFocused(state, block)) return hint;
  return `${hint}: fri, +2w, 27 Nov${deploymentOf(state) ? ', deploy-3d' : ''}`;
}

/** What is said beside an answer: its unit, whose it is, what is wrong with it. */
function remarks(state: State, block: FieldBlock): Segment[] {
  const { field, place } = block;
  const given = answerAt(state.history.present, place);
  const out: Segment[] = [];
  if (given && 'notApplicable' in given) {
    return isFocused(state, block) ? [seg('Alt+N undoes it', 'dim')] : [];
  }
  if (!given && field.default !== undefined) out.push(seg('from the template', 'dim'));
  const bound = commitWords(state, block);
  if (bound) out.push(seg(bound, 'dim'));
  const was = earlierWords(state, block);
  if (was) out.push(seg(was, 'dim'));
  const measured = measuredBeside(state, block);
  if (measured) out.push(seg(measured, 'dim'));
  const suggested = suggestionAt(state, block);
  if (suggested) out.push(seg(suggested, 'dim'));
  const meaning = meaningAt(state, block);
  if (meaning) return [...out, seg(`= ${meaning}`, 'accent')];
  if (given) {
    const wrong = problemOf(field, given.value);
    // What a check says of it stands below, with what to do.
    const told = isFocused(state, block) && problemsAt(state, block.key).length > 0;
    if (wrong && !told) out.push(seg(`! ${wrong}`, 'error'));
  }
  return out;
}

/** The commit that the version means, from which sources are read and locations checked; nothing of an unknown one. */
function commitWords({ template, external }: State, { field, place }: FieldBlock): string | null {
  if ('issue' in place || 'list' in place || field.id !== rolesOf(template).version?.id) return null;
  return external.commit?.known ? `commit ${external.commit.id.slice(0, 8)}` : null;
}

/** What the value that is being typed becomes when it is left: "2026-12-04, Friday"; null where it stays as it is. */
function meaningAt(state: State, block: FieldBlock): string | null {
  const isTyped = isFocused(state, block) && state.typed[fieldKey(block.place)] !== undefined;
  const value = isTyped && valueAt(state.history.present, block.place);
  return (value && meaningOf(state, block.field, value)?.words) || null;
}

/** What the previous review measured here, or how it stood then. */
function earlierWords({ facts }: State, { place, field }: FieldBlock): string | null {
  if (!('field' in place) || 'list' in place || 'issue' in place) return null;
  const before = facts.previous?.answers[place.field];
  if (!before || !('value' in before) || typeof before.value !== 'string') return null;
  return `was ${shown(before.value)}${unitBehind(field, before.value)}`;
}

/** What the issues speak for, while there is no answer to the question of risk or verdict. */
function suggestionAt(state: State, block: FieldBlock): string | null {
  if (!('field' in block.place) || 'list' in block.place || 'issue' in block.place) return null;
  const suggest = { risk: suggestedRisk, recommendation: suggestedVerdict }[block.place.field];
  const review = state.history.present;
  if (!suggest || answerAt(review, block.place) || review.issues.length === 0) return null;
  const found = suggest(state.template, review);
  return found && `the issues point to ${found.answer} (${found.because})`;
}

/** What decides how a field looks, for remembering its lines. */
export function fieldDependencies(state: State, block: FieldBlock): unknown[] {
  const focused = isFocused(state, block);
  return [
    state.size,
    focused,
    answerAt(state.history.present, block.place),
    focused && state.buffer?.text,
    focused && state.own,
    focused && state.option,
    offerWords(state, block),
    measuredBeside(state, block),
    completionsAt(state, block),
    state.facts.previous,
    state.external.commit,
    controlOf(block.field).language && state.highlight,
    suggestionAt(state, block),
    meaningAt(state, block),
    problemsAt(state, block.key),
  ];
}
