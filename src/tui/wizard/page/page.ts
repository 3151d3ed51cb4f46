import type { Page } from '../../../template/template.ts';
import { sameFocus } from '../state/focus.ts';
import { type Block, focusable, type Given } from './block.ts';
import { fieldBlocks } from './field.ts';
import { firstHint, followUpHint, isFresh } from './first-steps.ts';
import { issueRows, itemRows } from './lists.ts';

/** What a note that was kept of a report is called. */
export const noteLabel = 'Note';

/** A page as the template has it, with the notes of its sections. */
export function pageBlocks(given: Given, page: Page): Block[] {
  const { review, template } = given;
  const blocks: Block[] = [];
  page.blocks.forEach((block, index) => {
    const before = blocks.at(-1);
    switch (block.type) {
      case 'section':
      case 'group':
        blocks.push({
          key: `@${block.type}/${block.id}`,
          type: 'heading',
          level: block.type,
          id: block.id,
          title: block.title,
          fields: block.fields,
          focus: null,
          gap: 1,
        });
        break;
      case 'field':
        blocks.push(...fieldBlocks(given, { field: block.field }, before ? 0 : 1));
        break;
      case 'quote':
        blocks.push({ key: `@quote/${index}`, type: 'quote', text: block.text, focus: null, gap: 1 });
        break;
      case 'counts':
        blocks.push({ key: '@counts', type: 'counts', focus: null, gap: 1 });
        break;
      case 'derived': {
        const { label, part } = block;
        const gap = before?.type === 'derived' ? 0 : 1;
        blocks.push({
          key: `@derived/${part.what}/${index}`,
          type: 'derived',
          label,
          part,
          focus: null,
          gap,
        });
        break;
      }
      case 'issues':
        for (const row of issueRows(given, block.severity)) blocks.push(row);
        break;
      case 'items':
        for (const row of itemRows(given, block.list)) blocks.push(row);
    }
  });
  for (const section of page.sections) {
    const note = { on: 'note', of: { section } } as const;
    if (review.notes[section] === undefined && !sameFocus(given.emptied?.focus ?? null, note)) continue;
    blocks.push({ ...focusable(note), type: 'note', of: note.of, gap: 1 });
  }
  if (template.pages[0]?.id === page.id && isFresh(template, review)) {
    blocks.push({ key: '@first', type: 'words', text: firstHint, focus: null, gap: 2 });
    if (given.offered !== null)
      blocks.push({
        key: '@follow-up',
        type: 'words',
        text: followUpHint(given.offered),
        focus: null,
        gap: 1,
      });
  }
  if (template.pages.at(-1)?.id === page.id) {
    blocks.push({ ...focusable({ on: 'finish' }), type: 'finish', gap: 1 });
  }
  return blocks;
}
