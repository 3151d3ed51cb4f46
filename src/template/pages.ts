import { isRule } from '../markdown/line.ts';
import type { Outline, PageNames } from './outline.ts';
import { fromLines, type LayoutLine, plainTitle } from './parts/layout.ts';
import { spoken } from './parts/line-of-fields.ts';
import type { Page, PageBlock, Part, Section, Template } from './template.ts';

/** The wizard's pages: the head and each `##` heading, with what stands under it. Tells lists and issues their page. */
export function pagesOf(
  template: Omit<Template, 'pages' | 'parts'>,
  names: PageNames,
  lines: LayoutLine[],
  starts: number[],
): Page[] {
  const pages: Page[] = [];
  for (const [index, section] of template.sections.entries()) {
    const start = starts[index] ?? 0;
    if (section.level <= 2) {
      const { name, optional } = names.get(start) ?? {};
      pages.push({ ...pageOf(section, name), ...(optional ? { optional: true } : {}) });
    }
    const page = pages.at(-1);
    if (!page) continue;
    const blocks = blocksOf(section, quotesOf(lines, start));
    page.sections.push(section.id);
    page.blocks.push(...blocks);
    page.fields.push(...blocks.flatMap((block) => (block.type === 'field' ? [block.field] : [])));
    if (section.severity) {
      page.severity = section.severity;
      const block = template.issues[section.severity];
      if (block) block.page = page.id;
    }
    const list = section.list === undefined ? undefined : template.lists[section.list];
    if (list) {
      page.lists.push(list.id);
      const title = plainTitle(section.heading) || spoken(list.id);
      Object.assign(list, { title, page: page.id, section: section.id });
    }
  }
  return pages;
}

function pageOf(section: Section, name: string | undefined): Page {
  const title = name || plainTitle(section.heading).replace(/\s*\([^)]*\)$/, '') || 'Review details';
  return { id: section.id, heading: section.heading, title, blocks: [], fields: [], lists: [], sections: [] };
}

function blocksOf(section: Section, quotes: string[]): PageBlock[] {
  const blocks: PageBlock[] = quotes.map((text) => ({ type: 'quote', text }));
  if (section.field !== undefined) blocks.push({ type: 'field', field: section.field });
  if (section.severity) blocks.push({ type: 'issues', severity: section.severity });
  if (section.list !== undefined) blocks.push({ type: 'items', list: section.list });
  for (const slot of section.slots) blocks.push(...slotBlocks(slot, section.id));
  // A field that is all that its heading has takes the heading as its label: once is enough.
  const alone = section.field !== undefined && section.slots.length === 0;
  if (section.level <= 2 || alone) return blocks;
  const fields = blocks.flatMap((block) => (block.type === 'field' ? [block.field] : []));
  return [{ type: 'section', id: section.id, title: plainTitle(section.heading), fields }, ...blocks];
}

function slotBlocks(slot: Section['slots'][number], section: string): PageBlock[] {
  const labels = [{ label: slot.label, line: slot.line }, ...slot.bullets];
  const holes = [...slot.line, ...slot.bullets.flatMap((bullet) => bullet.line)];
  const fields = holes.flatMap((part) => (part.type === 'field' ? [part.field] : []));
  if (slot.field !== undefined) fields.push(slot.field);
  const blocks: PageBlock[] = [];
  if (slot.bullets.length > 0 && slot.label !== '') {
    blocks.push({ type: 'group', id: `${section}/${slot.label}`, title: slot.label, fields });
  }
  if (holes.some((part) => part.type === 'count')) blocks.push({ type: 'counts' });
  for (const { label, line } of labels) {
    for (const part of line) if (part.type === 'derived') blocks.push({ type: 'derived', label, part });
  }
  return [...blocks, ...fields.map((field): PageBlock => ({ type: 'field', field }))];
}

/** The quotes right under a heading, which the wizard shows too. */
function quotesOf(lines: LayoutLine[], start: number): string[] {
  const quotes: string[] = [];
  for (const line of lines.slice(start + 1)) {
    if (line.text.startsWith('>')) quotes.push(line.text.replace(/^>\s*/, ''));
    else if (line.text.trim() !== '') break;
  }
  return quotes;
}

/** Puts the place for a section's notes behind its last line that is neither blank nor a divider. */
export function withNotes(lines: LayoutLine[], shape: Outline): LayoutLine[] {
  const result = lines.map((line) => ({ ...line, pieces: [...line.pieces] }));
  for (const [index, section] of shape.sections.entries()) {
    const start = shape.starts[index] ?? 0;
    let last = (shape.starts[index + 1] ?? lines.length) - 1;
    while (last > start && (lines[last]?.text.trim() === '' || isRule(lines[last]?.text ?? ''))) last -= 1;
    const line = result[last];
    line?.pieces.push({ at: line.at, part: { type: 'notes', section: section.id } });
  }
  return result;
}

/** The index of each page's first line. */
export const pageStarts = ({ sections, starts }: Outline): number[] =>
  starts.filter((_, index) => (sections[index]?.level ?? 6) <= 2);

/** The text of a template: each optional page, with all up to the heading of the next one, can be left out. */
export function withOptional(lines: LayoutLine[], starts: number[], names: PageNames): Part[] {
  const parts: Part[] = [];
  const end: LayoutLine = { at: 0, pieces: [], text: '' };
  let from = 0;
  const take = (to: number, optional: boolean) => {
    const own = lines.slice(from, to);
    const text = fromLines(to < lines.length ? [...own, end] : own);
    parts.push(...(optional ? [{ type: 'optional' as const, parts: text }] : text));
    from = to;
  };
  for (const [index, start] of starts.entries()) {
    if (!names.get(start)?.optional) continue;
    take(start, false);
    take(starts[index + 1] ?? lines.length, true);
  }
  if (from < lines.length) take(lines.length, false);
  return parts;
}
