import { issueNames } from '../../../../review/issue-names.ts';
import type { Item } from '../../../../review/review.ts';
import type { ListBlock } from '../../../../template/template.ts';
import { padEnd } from '../../../../text/width.ts';
import { type Row, seg } from '../../../row.ts';
import { aboutLabel } from '../../page/item-form.ts';
import { type Block, isFocused } from '../../page/view.ts';
import { brief } from '../../state/brief.ts';
import type { State } from '../../state/state.ts';
import { geometryOf } from '../geometry.ts';
import { bar, label, textRows, withRemarks } from '../text.ts';

/** The issues that an item is about, by the numbers of the day: "CRITICAL-2, HIGH-1"; empty without any. */
export function linkedNames(state: State, item: Item): string {
  if (!item.issues) return '';
  const names = issueNames(state.template, state.history.present);
  return item.issues.flatMap((id) => names.get(id) ?? []).join(', ');
}

/** The same before what the item is called, as the report has it. */
export function itemName(state: State, list: ListBlock, item: Item): string {
  return [linkedNames(state, item), brief(item.answers[list.asks[0] ?? ''])].filter(Boolean).join(': ');
}

/** The issues that an item is about, a row each; without any, how to say so. */
export function linkRows(state: State, block: Extract<Block, { type: 'about' }>): Row[] {
  const { labels, width } = geometryOf(state.size);
  const focused = isFocused(state, block);
  const name = padEnd(aboutLabel, labels || 12);
  const room = Math.max(8, width - 4 - (labels || 12));
  const rows = issuesOf(state, block).flatMap((text) => textRows(text, room));
  const said: Row[] = rows.map((row) => [seg(row, 'answer')]);
  const hint: Row = [seg('those that it is about', 'dim')];
  const lines = (said.length > 0 ? said : [hint]).map(
    (row, index): Row => [bar(focused), label(index === 0 ? name : ' '.repeat(name.length), focused), ...row],
  );
  const indent: Row = [bar(focused), seg(' '.repeat(name.length))];
  return focused ? withRemarks(lines, [seg('Enter chooses', 'dim')], width - 1, indent) : lines;
}

/** "CRITICAL-2 Ignored database errors", for each of them that is there. */
function issuesOf(state: State, { list, item }: Extract<Block, { type: 'about' }>): string[] {
  const review = state.history.present;
  const names = issueNames(state.template, review);
  const ids = review.items[list]?.find((one) => one.id === item)?.issues ?? [];
  return ids.flatMap((id) => {
    const issue = review.issues.find((one) => one.id === id);
    return issue ? [`${names.get(id)} ${brief(issue.answers.title)}`.trim()] : [];
  });
}
