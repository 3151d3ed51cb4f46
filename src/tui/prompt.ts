import type { Buffer } from '../text/buffer.ts';
import { visible } from '../text/clean.ts';
import { displayWidth } from '../text/width.ts';
import { caretColumn, rowOfCaret, wrap, wrapped } from '../text/wrap.ts';
import { type Panel, panel } from './panel.ts';
import { cut, type Row, seg } from './row.ts';

interface Prompt {
  label: string;
  text: Buffer;
  placeholder?: string;
  /** What is typed goes here. */
  focused?: boolean;
  /** The text stands below its label, where both have no room in a row. */
  stacked?: boolean;
  /** Rows that there is room for: of a longer text those are shown around the caret. */
  most?: number;
  /** Columns of the whole. */
  width: number;
  /** What stands before the label, and as many columns before the rows below it. */
  before?: Row;
}

/** A question of one line, and the text that is typed. */
export function promptPanel(prompt: Prompt): Panel {
  const { label, text, placeholder = '', focused = true, stacked = false, most = 6 } = prompt;
  const lead = prompt.before ?? [];
  const inset = lead.reduce((sum, { text: words }) => sum + displayWidth(words), 0);
  const x = inset + (stacked ? 0 : displayWidth(label) + 2);
  const all = wrap(text.text, Math.max(8, prompt.width - x - 1));
  const at = rowOfCaret(all, text.caret);
  const from = Math.max(0, Math.min(at - Math.floor(most / 2), all.length - most));
  const shown = all.slice(from, from + most);
  const name = seg(`${visible(label)}  `);
  const labels = wrapped(visible(label), Math.max(8, prompt.width - inset - 1)).map((row) => seg(row));
  const typed = shown.map(({ start, end }) => text.text.slice(start, end));
  const answers: Row[] =
    text.text === ''
      ? [cut([seg(placeholder || ' ', 'dim')], Math.max(8, prompt.width - x - 1))]
      : typed.map((words) => [{ text: words, tone: 'plain', input: true }]);
  const below = (row: Row): Row => [seg(' '.repeat(x)), ...row];
  const [first = [], ...more] = answers;
  const rows: Row[] = stacked
    ? [
        ...labels.map((row, at): Row => [...(at === 0 ? lead : [seg(' '.repeat(inset))]), row]),
        ...answers.map(below),
      ]
    : [[...lead, name, ...first], ...more.map(below)];
  const y = (stacked ? labels.length : 0) + at - from;
  const spoken = new Map(rows.map((_, row) => [row, { role: 'textbox', selected: focused } as const]));
  return panel(rows, {
    cursor: focused ? { x: x + caretColumn(text.text, all, text.caret), y } : null,
    spoken,
  });
}
