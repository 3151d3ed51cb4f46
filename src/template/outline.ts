import type { Field } from '../fields/field.ts';
import { headingOf, isRule } from '../markdown/line.ts';
import { bulletLabelOf, folded, hole, type LayoutLine, labelOf, partsFrom, plainTitle } from './layout.ts';
import type { Part, Section, Slot } from './template.ts';

/** What the outline of a template tells: its sections, and the mistakes of fields that stand nowhere. */
export interface Outline {
  sections: Section[];
  /** Per section: the index of its first line. */
  starts: number[];
  mistakes: { field: string; what: string }[];
}

/** Names that the template gives its pages, by the line of their heading. */
export type PageNames = Map<number, { id: string; name: string }>;

/** Reads headings, labels and bullets of a template's lines, and tells each field its label and place. */
export function outline(lines: LayoutLine[], fields: Record<string, Field>, pages: PageNames): Outline {
  const result: Outline = { sections: [], starts: [], mistakes: [] };
  const taken = new Set<string>();
  let page = '';
  const begin = (at: number, level: number, heading: string) => {
    const named = pages.get(at);
    const id = unique(named?.id || folded(plainTitle(heading)).replaceAll(' ', '-') || 'head', taken);
    if (level <= 2) page = id;
    result.sections.push({ id, page, level, heading, slots: [], fixed: [] });
    result.starts.push(at);
  };
  for (const [at, line] of lines.entries()) {
    const heading = headingOf(line.text);
    if (heading && !line.text.includes(hole)) {
      begin(at, heading.level, heading.title);
      continue;
    }
    if (result.sections.length === 0 && line.text.trim() !== '') begin(at, 1, '');
    const section = result.sections.at(-1);
    if (section) place(line, section, fields, result);
  }
  return result;
}

function unique(id: string, taken: Set<string>): string {
  let name = id;
  for (let count = 2; taken.has(name); count += 1) name = `${id}-${count}`;
  taken.add(name);
  return name;
}

function place(line: LayoutLine, section: Section, fields: Record<string, Field>, result: Outline): void {
  const [only] = line.parts;
  const slot = section.slots.at(-1);
  const label = labelOf(line.text);
  const bullet = bulletLabelOf(line.text);
  if (only?.type === 'issues') section.severity = only.severity;
  else if (only?.type === 'items') section.list = only.list;
  else if (label) section.slots.push(labelled(label.label, partsFrom(line, label.end), fields));
  else if (bullet && line.text.includes(hole)) {
    if (!slot) section.slots.push({ label: '', line: [], bullets: [] });
    section.slots.at(-1)?.bullets.push(bulleted(bullet, line, fields));
  } else if (only?.type === 'field' && line.text === hole) {
    const free = slot && slot.field === undefined && slot.line.length === 0 && slot.bullets.length === 0;
    const field = fields[only.field];
    if (field && field.label === '') field.label = free ? slot.label : plainTitle(section.heading);
    if (free) slot.field = only.field;
    else if (!slot && section.field === undefined) section.field = only.field;
    else
      result.mistakes.push({
        field: only.field,
        what: 'it has no label of its own: write one above it, as in **Label:**',
      });
  } else if (line.text.includes(hole)) {
    for (const part of line.parts) {
      if (part.type === 'field') {
        result.mistakes.push({
          field: part.field,
          what: 'it has no label: put it behind one, as in "- Label:" or **Label:**',
        });
      }
    }
  } else if (line.text.trim() !== '' && !isRule(line.text)) section.fixed.push(line.text.trim());
}

/** A label with what follows it in its line; its fields take its name. */
export function labelled(label: string, parts: Part[], fields: Record<string, Field>): Slot {
  const line = parts.some((part) => part.type !== 'text') ? parts : [];
  name(line, label, 0, fields);
  return { label, line, bullets: [] };
}

export function bulleted(
  bullet: { label: string; end: number; indent: number },
  line: LayoutLine,
  fields: Record<string, Field>,
): { label: string; line: Part[] } {
  const parts = partsFrom(line, bullet.end);
  name(parts, bullet.label, bullet.indent + 2, fields);
  return { label: bullet.label, line: parts };
}

function name(parts: Part[], label: string, indent: number, fields: Record<string, Field>): void {
  for (const part of parts) {
    const field = part.type === 'field' ? fields[part.field] : undefined;
    if (!field) continue;
    field.place = 'line';
    field.indent = indent;
    if (field.label === '') field.label = label;
  }
}

/** A name for people from an id: "next-review" is "Next review". */
export function spoken(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
