import { type Line, scan } from '../markdown/scan.ts';
import { fieldsIn, folded, hole, type LayoutLine, plainTitle } from './parts/layout.ts';
import type { Reader } from './parts/line-of-fields.ts';
import { lineRules, type Spot } from './parts/line-rules.ts';
import type { Section } from './template.ts';

/** What the outline of a template tells. */
export interface Outline {
  sections: Section[];
  /** Per section: the index of its first line. */
  starts: number[];
}

/** Names that the template gives its pages, by the line of their heading. */
export type PageNames = Map<number, { id: string | undefined; name: string; optional: boolean }>;

/** Reads headings, labels and bullets of a template's lines, and tells each field its label and place. */
export function outline(lines: LayoutLine[], names: PageNames, reader: Reader): Outline {
  const result: Outline = { sections: [], starts: [] };
  const taken = new Set<string>(['constructor']);
  let spot: Spot | null = null;
  let page = '';
  const begin = (at: number, level: number, heading: string): Spot => {
    const id = unique(
      names.get(at)?.id ?? (folded(plainTitle(heading)).replaceAll(' ', '-') || 'head'),
      taken,
    );
    if (level <= 2) page = id;
    const section = { id, page, level, heading, slots: [], fixed: [] };
    result.sections.push(section);
    result.starts.push(at);
    return { section, label: null, names: new Set() };
  };
  const scanned = scan(lines.map((line) => line.text).join('\n'));
  for (const [at, line] of lines.entries()) {
    const { level, title = '' } = scanned[at] as Line;
    if (level !== undefined && !line.text.includes(hole)) {
      if (folded(title) === '')
        reader.tell(line.at, 'a heading needs letters or digits', 'readers of a report find it by these');
      spot = begin(at, level, title);
    } else if (line.text.trim() !== '') {
      spot ??= begin(at, 1, '');
      if (isInBlock(scanned, at)) inBlock(line, scanned[at]?.opens !== undefined, reader);
      else lineRules.some((rule) => rule(line, spot as Spot, reader));
    }
  }
  return result;
}

/** A name that no other has yet. */
function unique(id: string, taken: Set<string>): string {
  let name = id;
  for (let count = 2; taken.has(name); count += 1) name = `${id}-${count}`;
  taken.add(name);
  return name;
}

/** Whether a line belongs to a fence, or to a comment of several lines. */
function isInBlock(lines: Line[], at: number): boolean {
  const goesOn = (line: Line | undefined) => line?.kind === 'html' && line.opens === undefined;
  return (
    lines[at]?.kind === 'fence' || goesOn(lines[at]) || (lines[at]?.kind === 'html' && goesOn(lines[at + 1]))
  );
}

/** Lines in a fence or comment of the template's own cannot be told from a reviewer's. */
function inBlock(line: LayoutLine, first: boolean, { tell }: Reader): void {
  if (first)
    tell(
      line.at,
      'a fence or a comment of several lines cannot stand outside of a field',
      'put it in one, as in :::prose{#name default}',
    );
  for (const { at } of fieldsIn(line.pieces)) tell(at, 'it stands in a fence or comment', 'put it outside');
}
