import type { Line } from '../../../markdown/scan.ts';
import { folded } from '../../../template/parts/layout.ts';
import type { Section, Template } from '../../../template/template.ts';
import { namesOf, notesComment } from '../../landmarks.ts';

/** The headings of a report that are the template's own. */
export interface OwnHeadings {
  /** The section that begins with a line. */
  sections: Map<Line, Section>;
  /** Sections that have no heading in the report, by id. */
  open: Map<string, Section>;
  /** Other headings, outside of what is marked as notes. */
  others: Line[];
}

/** Finds the template's headings in a report. Of two with one name, the section of the same page comes first. */
export function ownHeadings(template: Template, lines: Line[]): OwnHeadings {
  const open = new Map(template.sections.map((section) => [section.id, section]));
  const byName = sectionsByName(template);
  const sections = new Map<Line, Section>();
  const others: Line[] = [];
  let current = template.sections[0];
  let marked = false;
  for (const line of lines) {
    if (line.opens && line.text === notesComment) marked = true;
    if (line.level === undefined) continue;
    const named = (byName.get(folded(line.title ?? '')) ?? []).filter(({ id }) => open.has(id));
    const section = named.find(({ page }) => page === current?.page) ?? named[0];
    if (section) {
      open.delete(section.id);
      sections.set(line, section);
      current = section;
      marked = false;
    } else if (!marked) others.push(line);
  }
  return { sections, open, others };
}

const named = new WeakMap<Template, Map<string, Section[]>>();

function sectionsByName(template: Template): Map<string, Section[]> {
  const known = named.get(template);
  if (known) return known;
  const names = new Map<string, Section[]>();
  for (const section of template.sections)
    for (const name of new Set(namesOf(section)))
      if (name !== '') names.set(name, [...(names.get(name) ?? []), section]);
  named.set(template, names);
  return names;
}
