import type { Block, Given } from './block.ts';
import { isTall } from './field.ts';
import { issueForm } from './issue-form.ts';
import { itemForm } from './item-form.ts';
import { pageBlocks } from './page.ts';

/** The blocks of what is open, in order. */
export function build(given: Given): Block[] {
  return spaced(whatIsOpen(given));
}

function whatIsOpen(given: Given): Block[] {
  const { template, open } = given;
  if (open && 'issue' in open) {
    const blocks = issueForm(given, open.issue);
    if (blocks) return blocks;
  }
  if (open && 'list' in open) {
    const blocks = itemForm(given, open.list, open.item);
    if (blocks) return blocks;
  }
  const page = template.pages.find((one) => one.id === given.page);
  return page ? pageBlocks(given, page) : [];
}

/** An empty row after what takes several rows, none between a heading and what it is of. */
function spaced(blocks: Block[]): Block[] {
  return blocks.map((block, index) => {
    const before = blocks[index - 1];
    if (before?.type === 'heading' && block.type !== 'heading' && block.gap > 0) return { ...block, gap: 0 };
    const long = before?.type === 'row' || before?.type === 'item' || isTall(before);
    return long && block.type === 'field' && block.gap === 0 ? { ...block, gap: 1 } : block;
  });
}
