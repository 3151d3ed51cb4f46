import type { ChecklistItem, Value } from '../../../fields/value.ts';
import { bullet } from '../../../markdown/bullets.ts';
import type { Control } from './control.ts';

/** A checklist: each item can have the focus; the whole of it as a text is the list that the report has. */
export const checklistControl: Control = {
  typing: 'none',
  entries: 'items',
  beside: false,
  text: (value) => asItems(value).map(lineOf).join('\n'),
  value(text, _field, before) {
    // A line that was not touched is the item that it was, whatever its words look like.
    const known = new Map(asItems(before).map((item) => [lineOf(item), item]));
    return blocksOf(text)
      .map((block) => known.get(block) ?? itemOf(block))
      .filter((item) => item.text !== '');
  },
  tidied: (value) => asItems(value).map((item) => ({ ...item, text: item.text.trim() })),
};

const asItems = (value: Value | undefined): ChecklistItem[] =>
  Array.isArray(value) ? value.filter((one): one is ChecklistItem => typeof one !== 'string') : [];

function lineOf({ text, done, notApplicable }: ChecklistItem): string {
  const why = notApplicable === undefined ? '' : notApplicable === '' ? ' (N/A)' : ` (N/A: ${notApplicable})`;
  return bullet('- ', `[${done ? 'x' : ' '}] ${text}${why}`);
}

/** Each line begins an item, unless it is indented: then it goes on with the one above. */
function blocksOf(text: string): string[] {
  const blocks: string[] = [];
  for (const line of text.split('\n')) {
    const above = blocks.at(-1);
    if (above === undefined || /^\S/.test(line)) blocks.push(line);
    else blocks[blocks.length - 1] = `${above}\n${line}`;
  }
  return blocks.map((block) => block.replace(/(?:\n[^\S\n]*)+$/, ''));
}

/** A line as a reviewer writes it: the bullet and the box may be missing. */
function itemOf(block: string): ChecklistItem {
  const [, mark = ' ', words = ''] =
    /^\s*(?:(?:[-*+•]|\d+[.)])\s+)?(?:\[([ xX]?)\](?=\s|$))?([\s\S]*)$/.exec(block) ?? [];
  const whole = words.replaceAll('\n  ', '\n').trim();
  const why = /\s*\(N\/A(?:: *([\s\S]*))?\)$/i.exec(whole);
  if (why) return { text: whole.slice(0, why.index), done: false, notApplicable: why[1] ?? '' };
  return { text: whole, done: mark.toLowerCase() === 'x' };
}
