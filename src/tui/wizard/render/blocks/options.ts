import type { Value } from '../../../../fields/value.ts';
import { answerAt } from '../../../../review/review.ts';
import { displayWidth, padEnd } from '../../../../text/width.ts';
import { type Row, type Segment, seg } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import { asList } from '../../controls/choices.ts';
import type { Option } from '../../controls/control.ts';
import { controlOf } from '../../controls/controls.ts';
import { menuOpen, pickedOption } from '../../edit/choosing.ts';
import type { Block } from '../../page/view.ts';
import { shownValue } from '../../state/lookup.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, shortened } from '../text.ts';

type FieldBlock = Extract<Block, { type: 'field' }>;

/** Rows for the options: of a one-of always, of a choice while it has the focus. `indent`: columns before them. */
export function optionRows(state: State, block: FieldBlock, focused: boolean, indent: number): Row[] {
  const control = controlOf(block.field);
  const given = answerAt(state.history.present, block.place);
  if (given && 'notApplicable' in given) return [];
  const options = control.options?.(block.field) ?? [];
  const { width } = geometryOf(state.size);
  const menu: boolean = menuOpen(state, block);
  const at = control.picks === 'one' ? (menu ? pickedOption(state, block) : -1) : (state.option ?? 0);
  const mark = (index: number): Segment => seg(index === at ? `${signs.pick} ` : '  ', 'accent');
  if (control.listsOptions) {
    const value = shownValue(state.history.present, block.place, block.field);
    return oneOfLabels(options, value, width - (menu ? 6 : 5)).map((label, index): Row => {
      const tone = index === at ? 'bold' : options[index]?.value === value ? 'answer' : 'plain';
      return [bar(focused), mark(index), seg(menu ? `${index + 1} ${label}` : label, tone)];
    });
  }
  // One's own words replace a single pick, but stand beside several.
  if (!focused || !control.picks || (state.own && control.picks !== 'several')) return [];
  const before: Row = [bar(true), seg(' '.repeat(indent - 2))];
  const labels = options.map((option) => option.label);
  if (control.typing === 'own') labels.push('in your own words');
  if (menu) {
    return labels.map((label, index): Row => {
      const words = `${index < 9 ? index + 1 : ' '} ${shortened(label, width - indent - 4)}`;
      return [...before, mark(index), seg(words, index === at ? 'bold' : 'plain')];
    });
  }
  const chosen = asList(shownValue(state.history.present, block.place, block.field));
  const own = chosen.some((one) => !block.field.options?.includes(one));
  return labels.map((label, index): Row => {
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
