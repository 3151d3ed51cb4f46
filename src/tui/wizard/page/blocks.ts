import type { Block, Given } from './block.ts';
import { isTall } from './field.ts';
import { issueForm } from './issue-form.ts';
import { itemForm } from './item-form.ts';
import { pagePieces } from './page.ts';

/** The pieces of what is open, in order. */
export function build(given: Given): Block[] {
  return spaced(whatIsOpen(given));
}

function whatIsOpen(given: Given): Block[] {
  const { template, open } = given;
  if (open && 'issue' in open) {
    const pieces = issueForm(given, open.issue);
    if (pieces) return pieces;
  }
  if (open && 'list' in open) {
    const pieces = itemForm(given, open.list, open.item);
    if (pieces) return pieces;
  }
  const page = template.pages.find((one) => one.id === given.page);
  return page ? pagePieces(given, page) : [];
}

/** An empty row after what takes several rows, none between a heading and what it is of. */
function spaced(pieces: Block[]): Block[] {
  return pieces.map((piece, index) => {
    const before = pieces[index - 1];
    if (before?.type === 'heading' && piece.type !== 'heading' && piece.gap > 0) return { ...piece, gap: 0 };
    const long = before?.type === 'row' || before?.type === 'item' || isTall(before);
    return long && piece.type === 'field' && piece.gap === 0 ? { ...piece, gap: 1 } : piece;
  });
}
