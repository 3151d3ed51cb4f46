import type { Line } from '../../markdown/scan.ts';
import { folded } from '../../template/parts/layout.ts';
import type { Section, Template } from '../../template/template.ts';
import { notesComment } from '../landmarks.ts';
import type { OwnHeadings } from '../reader/cutting/own-headings.ts';
import { knownNames } from './known-names.ts';
import { writtenLabel } from './labels/label-forms.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { headNames, looseName } from './vocabulary/names.ts';
import { severityOfHeading, severityTag } from './vocabulary/severities.ts';

/** What the headings of a report mean. */
export interface Headings {
  /** The section that begins with a line. */
  sections: Map<Line, Section>;
  /** Ids of the sections that have a heading in it. */
  found: Set<string>;
  /** Whether so much of the template is in it that it is a report of this template. */
  ofTemplate: boolean;
  surroundings: Surroundings;
}

/** Finds the sections of a template in a report: by their headings, else by what people write for them. */
export function headingsOf(template: Template, lines: Line[], own: OwnHeadings): Headings {
  const sections = new Map(own.sections);
  const found = new Set([...sections.values()].map(({ id }) => id));
  const surroundings = surroundingsOf(lines);
  // With every section in its place, no other heading means one.
  if (template.sections.slice(1).every((section) => found.has(section.id)))
    return { sections, found, ofTemplate: true, surroundings };
  const ofTemplate = isOfTemplate(template, lines, sections, own.others);
  guessed({ template, lines, sections, found, open: new Map(own.open), ofTemplate, surroundings });
  return { sections, found, ofTemplate, surroundings };
}

/**
 * A report is of a template when at least three of its headings and labels are, and no fewer than it has headings
 * outside of issues that mean nothing in the template.
 */
function isOfTemplate(
  template: Template,
  lines: Line[],
  sections: Map<Line, Section>,
  others: Line[],
): boolean {
  const labels = new Set(template.sections.flatMap(({ slots }) => slots.map(({ label }) => folded(label))));
  labels.delete('');
  const said = new Set<string>();
  for (const line of lines) {
    const label = sections.has(line) ? '' : folded(writtenLabel(line)?.label ?? '');
    if (labels.has(label)) said.add(label);
  }
  const known = [...sections.values()].filter(({ level }) => level > 1).length + said.size;
  const inIssues = belowSeverities(lines, sections);
  const open = new Map(template.sections.map((section) => [section.id, section]));
  const foreign = others.filter(({ level = 1, title = '' }) => level > 1 && !nearTo(title, template, open));
  return (
    known >= 3 &&
    known >= foreign.filter((line) => !inIssues.has(line) && !severityTag(line.title ?? '')).length
  );
}

/** The headings below that of a severity. */
function belowSeverities(lines: Line[], sections: Map<Line, Section>): Set<Line> {
  const inside = new Set<Line>();
  let severe = false;
  for (const line of lines) {
    if (line.level === undefined) continue;
    const section = sections.get(line);
    if (section) severe = section.severity !== undefined;
    else if (severe) inside.add(line);
  }
  return inside;
}

interface Guessing {
  template: Template;
  lines: Line[];
  sections: Map<Line, Section>;
  found: Set<string>;
  open: Map<string, Section>;
  ofTemplate: boolean;
  surroundings: Surroundings;
}

/** Takes headings for those of sections that have none: near names, severities; in other reports as often as they come. */
function guessed({ template, lines, sections, found, open, ofTemplate, surroundings }: Guessing): void {
  const titles = lines.filter(({ level }) => level === 1);
  let severity: { level: number } | null = null;
  let marked = false;
  let first = true;
  for (const line of lines) {
    if (line.opens && line.text === notesComment) marked = true;
    const { level, title = '' } = line;
    if (level === undefined) continue;
    const isTitle = first && level === 1 && titles.length === 1;
    first = false;
    const own = sections.get(line);
    if (own) {
      severity = own.severity ? { level } : null;
      marked = false;
    } else if (!marked && (!severity || level <= severity.level)) {
      const told = isTitle || surroundings.quiet.has(line) ? null : severityOfHeading(title);
      const section = told
        ? template.sections.find((one) => one.severity === told.severity)
        : nearTo(title, template, open);
      if (section && (open.has(section.id) || (told && !ofTemplate) || section === template.sections[0])) {
        sections.set(line, section);
        found.add(section.id);
        open.delete(section.id);
        severity = section.severity ? { level } : null;
      } else severity = null;
    }
  }
}

function nearTo(title: string, template: Template, open: Map<string, Section>): Section | undefined {
  const name = looseName(title);
  if (headNames.has(name)) return template.sections[0];
  return knownNames(template)
    .sections.get(name)
    ?.find((section) => open.has(section.id));
}
