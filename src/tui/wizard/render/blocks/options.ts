import { isNotApplicable, type Value } from '../../../../fields/value.ts';
import { answerAt } from '../../../../review/review.ts';
import { displayWidth, padEnd } from '../../../../text/width.ts';
import { type Row, rowWidth, seg } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { asList } from '../../controls/choices.ts';
import type { Option } from '../../controls/control.ts';
import { controlOf } from '../../controls/controls.ts';
import { menuLength, menuOpen, otherLabel, pickedOption } from '../../edit/choosing.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { shownValue } from '../../state/lookup.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, shortened } from '../text.ts';

type FieldBlock = Extract<Block, { type: 'field' }>;

/** More than these do not stand in one row. */
const few = 5;

/** An option as the screen shows it: whether it is the answer or part of it, and whether it is highlighted. */
interface Shown {
  label: string;
  on: boolean;
  at: boolean;
}

/** The options of the focused choice, the reviewer's own words last. */
function shownOptions(state: State, block: FieldBlock): Shown[] {
  const { field, place } = block;
  const control = controlOf(field);
  const options = control.options?.(field) ?? [];
  const value = shownValue(state.history.present, place, field);
  const chosen = typeof value === 'string' ? [value] : asList(value);
  const own = control.typing === 'own' ? chosen.find((one) => !field.options?.includes(one)) : undefined;
  const at = control.picks === 'one' ? pickedOption(state, block) : (state.option ?? 0);
  const all = options.map(({ label, value: words }) => ({ label, on: chosen.includes(words) }));
  if (control.typing === 'own') all.push({ label: otherLabel, on: own !== undefined });
  return all.map((one, index) => ({ ...one, at: index === at }));
}

/**
 * The options of the focused choice in the one row of its answer, so that the form does not jump: up to five of the
 * template's that fit, and the reviewer's own words. Null where they are a menu below the answer.
 */
export function optionsInRow(state: State, block: FieldBlock, x: number): Row | null {
  if (state.spoken || !listsHere(state, block) || state.own || controlOf(block.field).listsOptions)
    return null;
  const all = shownOptions(state, block);
  if ((block.field.options ?? []).length > few) return null;
  const marks = boxes[controlOf(block.field).picks === 'one' ? 'one' : 'several'];
  const rowWith = ([on, off]: readonly [string, string], space: string): Row =>
    all.flatMap((option, index): Row => {
      // The answer is marked as such; what was only moved to is pointed at.
      const points = option.at && state.option !== null;
      const before = seg(`${index === 0 ? '' : space}${points ? signs.pick : ' '}`, 'accent');
      return [before, seg(`${option.on ? on : off} ${option.label}`, option.at ? 'bold' : 'plain')];
    });
  const room = geometryOf(state.size).width - x - 1;
  const ways = [rowWith(marks.wide, ' '), rowWith(marks.wide, ''), rowWith(marks.narrow, '')];
  return ways.find((row) => rowWidth(row) <= room) ?? null;
}

/** What stands before an option that is taken, and before one that is not; the narrow ones where room is short. */
const boxes = {
  one: { wide: ['(•)', '( )'], narrow: ['●', '○'] },
  several: { wide: ['[✓]', '[ ]'], narrow: ['☑', '☐'] },
} as const;

/** Whether the options of a block are shown now, in a row or as a menu. */
function listsHere(state: State, block: FieldBlock): boolean {
  const { picks } = controlOf(block.field);
  const given = answerAt(state.history.present, block.place);
  if (!picks || !isFocused(state, block) || isNotApplicable(given)) return false;
  // One's own words replace a single pick, but stand beside several.
  return !state.own || picks === 'several';
}

/** The rows that the menu of a choice of one takes at the end of its block; 0 where its options stand in one row. */
export const menuRowCount = (state: State, block: FieldBlock, x: number): number =>
  optionsInRow(state, block, x) ? 0 : menuLength(block);

/** Rows for the options: of a one-of always, of a long choice while it has the focus. `x`: columns before the answer. */
export function optionRows(state: State, block: FieldBlock, focused: boolean, x: number): Row[] {
  const control = controlOf(block.field);
  if (control.listsOptions) return oneOfRows(state, block, focused);
  if (!listsHere(state, block) || optionsInRow(state, block, x)) return [];
  const { width } = geometryOf(state.size);
  const before: Row = [bar(true), seg(' '.repeat(x - 2))];
  const one = control.picks === 'one';
  return shownOptions(state, block).map(({ label, on, at }, index): Row => {
    const box = one ? '' : on ? '[✓] ' : '[ ] ';
    const words = `${box}${index < 9 ? index + 1 : ' '} ${shortened(label, width - x - (one ? 4 : 9))}`;
    const tone = at ? (one ? 'bold' : 'accent') : 'plain';
    return [...before, seg(at ? `${signs.pick} ` : '  ', 'accent'), seg(words, tone)];
  });
}

/** The lines of a one-of, the answer marked among them; numbered while they have the keys. */
function oneOfRows(state: State, block: FieldBlock, focused: boolean): Row[] {
  const given = answerAt(state.history.present, block.place);
  if (isNotApplicable(given)) return [];
  const options = controlOf(block.field).options?.(block.field) ?? [];
  const { width } = geometryOf(state.size);
  const menu: boolean = menuOpen(state, block);
  const at = menu ? pickedOption(state, block) : null;
  const value = shownValue(state.history.present, block.place, block.field);
  return oneOfLabels(options, value, width - (menu ? 6 : 5)).map((label, index): Row => {
    const tone = index === at ? 'bold' : options[index]?.value === value ? 'answer' : 'plain';
    const mark = seg(index === at ? `${signs.pick} ` : '  ', 'accent');
    return [bar(focused), mark, seg(menu ? `${index + 1} ${label}` : label, tone)];
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
