import { truncateStart } from '../../../../text/width.ts';
import { type Row, seg } from '../../../row.ts';
import { signs } from '../../../theme.ts';
import type { Block } from '../../page/block.ts';
import { completionsAt } from '../../page/offers/completions.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, shown } from '../text.ts';

/** Rows for what the focused text can be completed to, below it. `x`: columns before the text. */
export function completionRows(state: State, block: Block, x: number): Row[] {
  const all = completionsAt(state, block)?.words ?? [];
  const { width } = geometryOf(state.size);
  return all.map((words, index): Row => {
    const chosen = index === state.option;
    const mark = seg(`${' '.repeat(Math.max(0, x - 4))}${chosen ? signs.pick : ' '} `, 'accent');
    return [bar(true), mark, seg(truncateStart(shown(words), width - x - 2), chosen ? 'bold' : 'dim')];
  });
}
