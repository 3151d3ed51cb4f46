import type { Landmark } from '../markdown/contain.ts';
import { headingOf } from '../markdown/line.ts';
import { overridesLabel } from '../template/overrides.ts';
import { folded, labelOf } from '../template/parts/layout.ts';
import type { Section, Slot, Template } from '../template/template.ts';

/** Marks the lines of a section, or of an issue, that fit no field. Not shown where Markdown is rendered. */
export const notesComment = '<!-- notes -->';
export const issueNotesComment = '<!-- issue notes -->';

/** What in a report is the template's own, so that an answer may not look like it. */
export interface Landmarks {
  /** A label, a fixed line, a mark of notes, or a link definition that would turn placeholders into links. */
  inAnswer: Landmark;
  /** In notes: a mark, or a heading of the template or of an issue. */
  inNotes: Landmark;
}

/** What a heading that means this section may say, folded: all of it, or all but what is in parentheses. */
export const namesOf = (section: Section): string[] => [
  folded(section.heading),
  folded(section.heading.replace(/\s*\([^)]*\)\s*$/, '')),
];

const cache = new WeakMap<Template, Landmarks>();

export function landmarksOf(template: Template): Landmarks {
  const known = cache.get(template);
  if (known) return known;
  const blocks = Object.values(template.issues);
  const slots: Slot[] = [
    ...template.sections.flatMap((section) => section.slots),
    ...blocks.flatMap((block) => block.slots),
  ];
  const labels = new Set([...slots.map((slot) => folded(slot.label)), folded(overridesLabel)]);
  labels.delete('');
  const fixed = new Set([
    ...template.sections.flatMap((section) => section.fixed),
    ...blocks.map((block) => block.none),
  ]);
  const headings = new Set(template.sections.flatMap(namesOf).filter((name) => name !== ''));
  const fields = [template, ...blocks, ...Object.values(template.lists)].flatMap((one) =>
    Object.values(one.fields),
  );
  const placeholders = new Set(fields.map((field) => field.placeholder));
  const isMark = (text: string) => text === notesComment || text === issueNotesComment;
  const landmarks: Landmarks = {
    inAnswer(line) {
      const text = line.trim();
      if (fixed.has(text) || isMark(text)) return true;
      const label = labelOf(text);
      if (label) return labels.has(folded(label.label));
      const reference = text.startsWith('[') ? /^\[([^\]]+)\]:/.exec(text)?.[1] : undefined;
      return reference !== undefined && (placeholders.has(`[${reference}]`) || /^x$/i.test(reference));
    },
    inNotes(line) {
      const heading = headingOf(line);
      return isMark(line.trim()) || (heading !== null && headings.has(folded(heading.title)));
    },
  };
  cache.set(template, landmarks);
  return landmarks;
}
