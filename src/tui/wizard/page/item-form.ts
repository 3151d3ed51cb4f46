import { takesLinks } from '../../../report/issue-links.ts';
import { deltaSectionOf, outcomeAt } from '../../../review/previous/delta-section.ts';
import type { Item } from '../../../review/review.ts';
import type { ListBlock, Template } from '../../../template/template.ts';
import { type Block, focusable, type Given } from './block.ts';
import { fieldBlocks } from './field.ts';

/** The form of one item of a list; null when there is no such item. */
export function itemForm(given: Given, listId: string, itemId: string): Block[] | null {
  const { template, review } = given;
  const list = template.lists[listId];
  const items = review.items[listId] ?? [];
  const open = items.find((item) => item.id === itemId);
  if (!list || !open) return null;
  return [
    ...shownFields(template, list, open).flatMap((field, at) =>
      fieldBlocks(given, { list: list.id, item: itemId, field }, at === 0 ? 1 : 0),
    ),
    ...(takesLinks(list) && review.issues.length > 0 ? [aboutBlock(list.id, itemId)] : []),
  ];
}

/** What the issues that an item is about are called in its form. */
export const aboutLabel = 'Issues';

const aboutBlock = (list: string, item: string): Block => ({
  ...focusable({ on: 'about', list, item }),
  type: 'about',
  list,
  item,
  gap: 1,
});

/**
 * The fields of an item's form: what an item of the delta keeps of its issue is shown where it keeps something, and where
 * it is a risk.
 */
export function shownFields(template: Template, list: ListBlock, item: Item): string[] {
  const all = Object.keys(list.fields);
  const delta = deltaSectionOf(template);
  if (delta?.list !== list || outcomeAt(delta, item) === 'accepted') return all;
  const kept = new Set([...delta.kept.values()].map(({ id }) => id));
  return all.filter((field) => !kept.has(field) || item.answers[field] !== undefined);
}
