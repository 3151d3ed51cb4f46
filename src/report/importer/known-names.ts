import { folded } from '../../template/parts/layout.ts';
import type { Section, Template } from '../../template/template.ts';
import { namesOf } from '../landmarks.ts';
import { looseName, namesOfHeading, namesOfLabel } from './vocabulary/names.ts';

/** What people write for the headings and labels of a template, by its loose name (`looseName`). */
export interface KnownNames {
  /** The sections that a heading may mean, in the template's order. */
  sections: Map<string, Section[]>;
  /** The sections that have a label which is so called. */
  labels: Map<string, Section[]>;
  /** The same for labels of fields of which exactly one option holds. */
  verdicts: Map<string, Section[]>;
  /** Labels of issues. */
  issueLabels: Set<string>;
}

const known = new WeakMap<Template, KnownNames>();

export function knownNames(template: Template): KnownNames {
  const names = known.get(template) ?? namesIn(template);
  known.set(template, names);
  return names;
}

function namesIn(template: Template): KnownNames {
  const sections = new Map<string, Section[]>();
  const labels = new Map<string, Section[]>();
  const verdicts = new Map<string, Section[]>();
  const add = (all: Map<string, Section[]>, name: string, section: Section) => {
    const before = all.get(name) ?? [];
    if (name !== '' && !before.includes(section)) all.set(name, [...before, section]);
  };
  for (const section of template.sections) {
    const own = [looseName(section.heading), ...namesOf(section)];
    for (const name of own.flatMap(namesOfHeading)) add(sections, name, section);
    for (const { label, field = '' } of section.slots)
      for (const name of namesOfLabel(folded(label))) {
        add(labels, name, section);
        if (template.fields[field]?.kind === 'one-of') add(verdicts, name, section);
      }
  }
  const slots = Object.values(template.issues).flatMap((block) => block.slots);
  const issueLabels = new Set(slots.flatMap(({ label }) => namesOfLabel(folded(label))));
  issueLabels.delete('');
  return { sections, labels, verdicts, issueLabels };
}
